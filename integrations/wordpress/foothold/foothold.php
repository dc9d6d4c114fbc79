<?php
/**
 * Plugin Name:       Foothold
 * Description:       Shows the page of your intensive outpatient program in your site: the block "Foothold" or the shortcode [foothold].
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       foothold
 * Domain Path:       /languages
 *
 * Asks nobody anything and keeps four lines of settings. What a visitor types stays in the frame of the Foothold folder and
 * never reaches WordPress.
 */

defined( 'ABSPATH' ) || exit;

define( 'FOOTHOLD_FOLDER', __DIR__ );
define( 'FOOTHOLD_FILE', __FILE__ );

require FOOTHOLD_FOLDER . '/includes/settings.php';
require FOOTHOLD_FOLDER . '/includes/element.php';
require FOOTHOLD_FOLDER . '/includes/block.php';

add_action( 'init', 'foothold_languages', 1 );

/** One Spanish serves every Spanish-speaking country; other languages come from WordPress' own folder. */
function foothold_languages() {
	if ( 0 === strpos( determine_locale(), 'es' ) ) {
		load_textdomain( 'foothold', FOOTHOLD_FOLDER . '/languages/foothold-es.mo' );
	} else {
		load_plugin_textdomain( 'foothold', false, dirname( plugin_basename( FOOTHOLD_FILE ) ) . '/languages' );
	}
}
