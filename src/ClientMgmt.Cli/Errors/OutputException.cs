using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Errors;

/// <summary>What a command gives could not be written where it was to be. It is left to the catcher to say what was done.</summary>
internal sealed class OutputException(string message, Exception inner) : Exception(message, inner)
{
    public static OutputException OfResult(Exception error) =>
        new($"the result cannot be written to standard output: {FileErrors.Reason(error)}", error);

    public static OutputException OfFile(string file, Exception error) => new($"{file} could not be written: {FileErrors.Reason(error)}", error);
}
