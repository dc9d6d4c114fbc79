<?php
/** Settings, Foothold: where the folder is, and what stands on a page until it is ready. Only administrators change them. */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_menu', 'foothold_menu' );
add_action( 'admin_init', 'foothold_register_settings' );
add_filter( 'plugin_action_links_' . plugin_basename( FOOTHOLD_FILE ), 'foothold_action_links' );

/** What is set: address, name, phone, title; empty texts where nothing is. */
function foothold_settings() {
	$all  = array( 'address' => '', 'name' => '', 'phone' => '', 'title' => '' );
	$kept = get_option( 'foothold', array() );
	return array_map( 'strval', array_intersect_key( is_array( $kept ) ? $kept : array(), $all ) ) + $all;
}

function foothold_settings_address() {
	return admin_url( 'options-general.php?page=foothold' );
}

/**
 * The folder's address with its slash, or an empty text where it is none: https, and http on this computer only, because a
 * page behind https may show no other, and what people type about a treatment program must not travel in the open.
 */
function foothold_address( $typed ) {
	$typed = trim( (string) $typed );
	// What people copy is often the address of a file in it.
	$typed = preg_replace( '#/(embed\.js|index\.html)$#', '/', preg_replace( '/[?\#].*$/s', '', $typed ) );
	$typed = preg_match( '#^[\w.-]+\.[a-z]{2,}(/|$)#i', $typed ) ? 'https://' . $typed : $typed;
	$parts = wp_parse_url( $typed );
	if ( ! is_array( $parts ) || empty( $parts['host'] ) || empty( $parts['scheme'] ) || isset( $parts['user'] ) || preg_match( '/[\s"\'<>\\\\]/', $typed ) ) {
		return '';
	}
	$scheme = strtolower( $parts['scheme'] );
	$is_own = in_array( strtolower( $parts['host'] ), array( 'localhost', '127.0.0.1', '[::1]' ), true );
	if ( 'https' !== $scheme && ! ( 'http' === $scheme && $is_own ) ) {
		return '';
	}
	return esc_url_raw( trailingslashit( $typed ), array( 'http', 'https' ) );
}

/** Scheme, name and port of an address, as browsers compare them. */
function foothold_origin( $address ) {
	$parts = wp_parse_url( $address );
	if ( empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return '';
	}
	return strtolower( $parts['scheme'] . '://' . $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}

function foothold_menu() {
	add_options_page( __( 'Foothold', 'foothold' ), __( 'Foothold', 'foothold' ), 'manage_options', 'foothold', 'foothold_settings_page' );
}

function foothold_register_settings() {
	register_setting( 'foothold', 'foothold', array( 'type' => 'array', 'sanitize_callback' => 'foothold_sanitize' ) );
}

function foothold_action_links( $links ) {
	if ( current_user_can( 'manage_options' ) ) {
		array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( foothold_settings_address() ), esc_html__( 'Settings', 'foothold' ) ) );
	}
	return $links;
}

/** What was typed -> what is kept. A wrong address keeps the last right one and says so. */
function foothold_sanitize( $typed ) {
	$typed = is_array( $typed ) ? $typed : array();
	$next  = array();
	foreach ( array( 'name', 'phone', 'title' ) as $key ) {
		$next[ $key ] = isset( $typed[ $key ] ) && is_string( $typed[ $key ] ) ? sanitize_text_field( $typed[ $key ] ) : '';
	}
	$address         = isset( $typed['address'] ) && is_string( $typed['address'] ) ? trim( $typed['address'] ) : '';
	$next['address'] = foothold_address( $address );
	if ( '' !== $address && '' === $next['address'] ) {
		$next['address'] = foothold_settings()['address'];
		add_settings_error( 'foothold', 'foothold_address', __( 'The address was not saved. It has to begin with https:// and lead to your Foothold folder, such as https://www.example.org/iop/.', 'foothold' ) );
	}
	return $next;
}

function foothold_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$set    = foothold_settings();
	$fields = array(
		'address' => array( __( 'Address of the folder', 'foothold' ), __( 'Where you uploaded it, with https:// and a slash at the end: https://www.example.org/iop/', 'foothold' ), 'url' ),
		'name'    => array( __( 'Name of the clinic', 'foothold' ), __( 'Shown until the page is ready, and if it cannot load.', 'foothold' ), 'text' ),
		'phone'   => array( __( 'Phone', 'foothold' ), __( 'As people read it: (312) 555-0134. It becomes a link that dials.', 'foothold' ), 'tel' ),
		'title'   => array( __( 'Title', 'foothold' ), __( 'The text of the link, and what screen readers call the frame. Left empty, it says what is shown, such as "Plan your week".', 'foothold' ), 'text' ),
	);
	$own = foothold_origin( home_url() );
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Foothold', 'foothold' ); ?></h1>
		<form action="options.php" method="post">
			<?php settings_fields( 'foothold' ); ?>
			<table class="form-table" role="presentation">
				<?php foreach ( $fields as $key => list( $label, $hint, $type ) ) : ?>
				<tr>
					<th scope="row"><label for="foothold-<?php echo esc_attr( $key ); ?>"><?php echo esc_html( $label ); ?></label></th>
					<td>
						<input class="regular-text" type="text" inputmode="<?php echo esc_attr( $type ); ?>" id="foothold-<?php echo esc_attr( $key ); ?>" name="foothold[<?php echo esc_attr( $key ); ?>]" value="<?php echo esc_attr( $set[ $key ] ); ?>" aria-describedby="foothold-<?php echo esc_attr( $key ); ?>-hint">
						<p class="description" id="foothold-<?php echo esc_attr( $key ); ?>-hint"><?php echo esc_html( $hint ); ?></p>
					</td>
				</tr>
				<?php endforeach; ?>
			</table>
			<?php submit_button(); ?>
		</form>
		<h2><?php esc_html_e( 'Put it on a page', 'foothold' ); ?></h2>
		<p><?php esc_html_e( 'Add the block "Foothold", or write the shortcode:', 'foothold' ); ?> <code>[foothold view="planner"]</code></p>
		<?php if ( foothold_origin( $set['address'] ) !== $own ) : ?>
		<h2><?php esc_html_e( 'Let your folder be shown here', 'foothold' ); ?></h2>
		<p><?php esc_html_e( 'This site and the folder are at different addresses. The header file of the folder has to name this site (docs/EMBEDDING.md, part 1), and so does clinic.json:', 'foothold' ); ?></p>
		<p><code>"embed": { "sites": ["<?php echo esc_html( $own ); ?>"] }</code></p>
		<?php endif; ?>
	</div>
	<?php
}
