<?php
/** The block "Foothold": drawn by the server, so that old pages follow the settings; in the editor a picture of it, without its script. */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'foothold_register_block' );

function foothold_register_block() {
	wp_register_script( 'foothold-editor', plugins_url( 'block/editor.js', FOOTHOLD_FILE ), array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ), '0.1.0', true );
	register_block_type( FOOTHOLD_FOLDER . '/block', array( 'render_callback' => 'foothold_block' ) );
	add_action( 'enqueue_block_editor_assets', 'foothold_editor_words' );
}

function foothold_block( $options ) {
	// Width and further classes of the block stand on the element itself.
	preg_match( '/class="([^"]*)"/', get_block_wrapper_attributes(), $found );
	return foothold_element( $options, isset( $found[1] ) ? html_entity_decode( $found[1], ENT_QUOTES ) : '' );
}

/** What the editor shows and says, in the language of whoever edits. */
function foothold_editor_words() {
	$set   = foothold_settings();
	$words = array(
		'address' => foothold_address( $set['address'] ),
		'name'    => '' === $set['name'] ? get_bloginfo( 'name', 'raw' ) : $set['name'],
		'phone'   => $set['phone'],
		'title'   => $set['title'],
		'views'   => array_map( 'end', foothold_views() ),
		'options' => array(
			'view'  => array( __( 'What is shown', 'foothold' ), array( 'all' => __( 'Everything, with its own menu', 'foothold' ), 'planner' => __( 'The week', 'foothold' ), 'contact' => __( 'The form', 'foothold' ), 'explorer' => __( 'What the program is', 'foothold' ) ) ),
			'mode'  => array( __( 'How', 'foothold' ), array( 'frame' => __( 'In the page', 'foothold' ), 'inline' => __( 'In the page, without a frame', 'foothold' ), 'popup' => __( 'In a dialog that the link opens', 'foothold' ), 'floating' => __( 'In a dialog that a button in the corner opens', 'foothold' ) ) ),
			'lang'  => array( __( 'Language', 'foothold' ), array( 'auto' => __( 'As the page', 'foothold' ), 'en' => __( 'English', 'foothold' ), 'es' => __( 'Spanish', 'foothold' ) ) ),
			'theme' => array( __( 'Colors', 'foothold' ), array( 'auto' => __( 'As the visitor\'s device', 'foothold' ), 'light' => __( 'Light', 'foothold' ), 'dark' => __( 'Dark', 'foothold' ) ) ),
		),
		'texts'   => array( 'title' => __( 'Title', 'foothold' ), 'label' => __( 'Words on the button in the corner', 'foothold' ) ),
		'panel'   => __( 'Foothold', 'foothold' ),
		'here'    => __( 'Visitors see it here on the published page. Until it is ready, they see:', 'foothold' ),
		'missing' => __( 'An administrator has to set the address first: Settings, Foothold.', 'foothold' ),
	);
	wp_add_inline_script( 'foothold-editor', 'window.footholdEditor = ' . wp_json_encode( $words, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
}
