<?php
/** What the owner of a site does in its back room, from a terminal: keeper.php FOLDER TASK, with the tasks below. */

list( , $folder, $task ) = $argv;
if ( 'install' === $task ) {
	define( 'WP_INSTALLING', true );
}
require $folder . '/wp-load.php';

const STAND_IN = 'stand-in/stand-in.php';

switch ( $task ) {
	case 'install':
		require ABSPATH . 'wp-admin/includes/upgrade.php';
		wp_install( 'Harbor Street', 'keeper', 'keeper@harborstreet.example', false, '', $argv[3] ?? wp_generate_password() );
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
	case 'user':
		wp_insert_user( array( 'user_login' => $argv[3], 'role' => $argv[3], 'user_pass' => $argv[4], 'user_email' => $argv[3] . '@harborstreet.example' ) );
		break;
	case 'theme':
		switch_theme( $argv[3] );
		break;
	case 'page':
		// As an administrator's page was saved before there were blocks, or by whatever program.
		kses_remove_filters();
		echo get_permalink( wp_insert_post( wp_slash( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => $argv[3], 'post_content' => $argv[4] ) ) ) );
		break;
	case 'option':
		update_option( $argv[3], json_decode( $argv[4], true ) );
		break;
	case 'options':
		echo wp_json_encode( get_option( $argv[3] ) );
		break;
	case 'language':
		// WordPress speaks a language of which it has a file, even an empty one.
		require_once ABSPATH . WPINC . '/pomo/mo.php';
		wp_mkdir_p( WP_LANG_DIR );
		( new MO() )->export_to_file( WP_LANG_DIR . "/$argv[3].mo" );
		update_option( 'WPLANG', $argv[3] );
		break;
	case 'words':
		// The words of a plugin in another language, as text and as WordPress reads them.
		require_once ABSPATH . WPINC . '/pomo/po.php';
		$written = new PO();
		$written->import_from_file( $argv[3] );
		$compiled = new MO();
		$compiled->import_from_file( str_replace( '.po', '.mo', $argv[3] ) );
		foreach ( $written->entries as $key => $entry ) {
			if ( '' !== $entry->singular && ( $compiled->entries[ $key ]->translations ?? null ) !== $entry->translations ) {
				echo "not as written: $key\n";
			}
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
