namespace ClientMgmt.Cli.Errors;

/// <summary>The result of a command could not be written.</summary>
internal sealed class OutputException(string reason, Exception inner) : Exception($"the result cannot be written to standard output: {reason}", inner);
