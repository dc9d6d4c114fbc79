<?php
/** Options -> the snippet of docs/EMBEDDING.md. The address is never an option of a page: whoever writes pages chooses no script. */

defined( 'ABSPATH' ) || exit;

add_shortcode( 'foothold', 'foothold_shortcode' );
add_action( 'wp_enqueue_scripts', 'foothold_early' );
add_filter( 'script_loader_tag', 'foothold_async', 10, 2 );

/** Each view: the page of the folder, and what it is called. */
function foothold_views() {
	return array(
		'planner'  => array( 'week/', __( 'Plan your week', 'foothold' ) ),
		'contact'  => array( 'ask/', __( 'Ask us', 'foothold' ) ),
		'explorer' => array( '', __( 'What the program is', 'foothold' ) ),
		'all'      => array( '', __( 'Our program', 'foothold' ) ),
	);
}

/** What each option may be, the first where nothing or something else is said; title and label are any text. */
function foothold_choices() {
	return array(
		'view'  => array( 'all', 'planner', 'contact', 'explorer' ),
		'mode'  => array( 'frame', 'inline', 'popup', 'floating' ),
		'lang'  => array( 'auto', 'en', 'es' ),
		'theme' => array( 'auto', 'light', 'dark' ),
	);
}

function foothold_shortcode( $options ) {
	return foothold_element( is_array( $options ) ? $options : array() );
}

/** The element, and its script once a page; `$class` is what the block editor says about its place. */
function foothold_element( $options, $class = '' ) {
	$set     = foothold_settings();
	$address = foothold_address( $set['address'] );
	$text    = function ( $name ) use ( $options ) {
		return isset( $options[ $name ] ) && is_scalar( $options[ $name ] ) ? trim( (string) $options[ $name ] ) : '';
	};
	$chosen = array();
	foreach ( foothold_choices() as $name => $values ) {
		$chosen[ $name ] = in_array( $text( $name ), $values, true ) ? $text( $name ) : $values[0];
	}
	list( $page, $called ) = foothold_views()[ $chosen['view'] ];
	$title = current( array_filter( array( $text( 'title' ), $set['title'], $called ), 'strlen' ) );
	$inner = foothold_inner( $set, '' === $address ? '' : $address . $page, $title );
	if ( is_feed() || '' === $address ) {
		return '<p>' . $inner . '</p>' . ( '' === $address ? foothold_note() : '' );
	}
	foothold_enqueue( $address );
	$attributes = array( 'src' => $address, 'view' => $chosen['view'], 'title' => $title, 'label' => $text( 'label' ) );
	foreach ( array( 'mode', 'lang', 'theme' ) as $name ) {
		$attributes[ $name ] = foothold_choices()[ $name ][0] === $chosen[ $name ] ? '' : $chosen[ $name ];
	}
	$attributes['class'] = trim( ( in_array( $chosen['mode'], array( 'frame', 'inline' ), true ) ? 'foothold-room ' : '' ) . $class );
	$written             = '';
	foreach ( array_filter( $attributes, 'strlen' ) as $name => $value ) {
		$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return '<foothold-app' . $written . '>' . $inner . '</foothold-app>';
}

/** Name, phone and link: nothing that would end a paragraph, because a shortcode may stand in one. */
function foothold_inner( $set, $link, $title ) {
	$name  = esc_html( '' === $set['name'] ? get_bloginfo( 'name', 'raw' ) : $set['name'] );
	$phone = '' === $set['phone'] ? '' : sprintf( ', <a href="%s">%s</a>', esc_url( foothold_tel( $set['phone'] ), array( 'tel' ) ), esc_html( $set['phone'] ) );
	$way   = '' === $link ? '' : sprintf( '<br><a href="%s">%s</a>', esc_url( $link, array( 'http', 'https' ) ), esc_html( $title ) );
	return $name . $phone . $way;
}

/** What a phone dials: ten digits are a number of the United States, and an extension is for people. */
function foothold_tel( $phone ) {
	$number = preg_split( '/[a-z#]/i', $phone )[0];
	$digits = preg_replace( '/\D/', '', $number );
	if ( 0 === strpos( trim( $number ), '+' ) || 11 === strlen( $digits ) && '1' === $digits[0] ) {
		return 'tel:+' . $digits;
	}
	return 'tel:' . ( 10 === strlen( $digits ) ? '+1' : '' ) . $digits;
}

/** Where the address is missing: for whoever can edit pages, and for no visitor. */
function foothold_note() {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$says = current_user_can( 'manage_options' )
		? sprintf( '<a href="%s">%s</a>', esc_url( foothold_settings_address() ), esc_html__( 'Set the address of your folder, so that visitors see more than this.', 'foothold' ) )
		: esc_html__( 'An administrator has to set the address of your folder, so that visitors see more than this.', 'foothold' );
	return '<p class="foothold-note">' . $says . ' ' . esc_html__( 'Only people who edit this site see this line.', 'foothold' ) . '</p>';
}

function foothold_enqueue( $address ) {
	wp_enqueue_script( 'foothold', $address . 'embed.js', array(), null, false ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters -- the folder's own server says how old it is.
	wp_enqueue_style( 'foothold', plugins_url( 'foothold.css', FOOTHOLD_FILE ), array(), '0.1.0' );
}

/** On a page that is known to hold it, both stand in the head and nothing jumps; elsewhere they follow when it is drawn. */
function foothold_early() {
	$post    = is_singular() ? get_post() : null;
	$address = foothold_address( foothold_settings()['address'] );
	if ( $post && '' !== $address && ( has_shortcode( $post->post_content, 'foothold' ) || has_block( 'foothold/page', $post ) ) ) {
		foothold_enqueue( $address );
	}
}

function foothold_async( $tag, $handle ) {
	return 'foothold' === $handle && ! preg_match( '/\sasync\b/', $tag ) ? str_replace( ' src=', ' async src=', $tag ) : $tag;
}
