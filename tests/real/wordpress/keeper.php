<?php
/** What the owner of a site does in its back room, from a terminal: keeper.php FOLDER install | on | off | word WORD | versions. */

list( , $folder, $task ) = $argv;
if ( 'install' === $task ) {
	define( 'WP_INSTALLING', true );
}
require $folder . '/wp-load.php';

const STAND_IN = 'stand-in/stand-in.php';

switch ( $task ) {
	case 'install':
		require ABSPATH . 'wp-admin/includes/upgrade.php';
		wp_install( 'Harbor Street', 'keeper', 'keeper@harborstreet.example', false, '', wp_generate_password() );
		// A terminal is no Apache, so WordPress has to be told that one will serve it; then it writes its rules itself.
		require_once ABSPATH . 'wp-admin/includes/file.php';
		require_once ABSPATH . 'wp-admin/includes/misc.php';
		$GLOBALS['is_apache'] = true;
		$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );
		$GLOBALS['wp_rewrite']->flush_rules();
		break;
	case 'on':
		require ABSPATH . 'wp-admin/includes/plugin.php';
		$trouble = activate_plugin( STAND_IN );
		if ( is_wp_error( $trouble ) ) {
			fwrite( STDERR, $trouble->get_error_message() . "\n" );
			exit( 1 );
		}
		break;
	case 'off':
		require ABSPATH . 'wp-admin/includes/plugin.php';
		deactivate_plugins( STAND_IN );
		break;
	case 'word':
		update_option( 'disallowed_keys', $argv[3] );
		break;
	case 'versions':
		global $wpdb;
		echo 'WordPress ', get_bloginfo( 'version' ), ', PHP ', PHP_VERSION, ', MariaDB ', $wpdb->get_var( 'SELECT VERSION()' ), "\n";
		break;
	default:
		fwrite( STDERR, "There is no task $task.\n" );
		exit( 1 );
}
