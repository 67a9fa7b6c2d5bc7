namespace ClientMgmt.Cli.Errors;

/// <summary>Something failed that is not a matter of a backend, for example a file that cannot be written.</summary>
internal sealed class ToolException(string message, Exception? inner = null) : Exception(message, inner);
