namespace ClientMgmt.Cli.Errors;

/// <summary>The command line, a file or the configuration is wrong; nothing was sent.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
