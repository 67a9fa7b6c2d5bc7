using System.Text.RegularExpressions;

namespace ClientMgmt.Manifests;

/// <summary>Why a file cannot be read or written, without the path: .NET names a whole or a temporary one, which nobody has typed.</summary>
internal static partial class FileErrors
{
    public static bool IsOne(Exception error) => error is IOException or UnauthorizedAccessException;

    public static IOException NotWritten(string path, Exception error) => new($"{path} cannot be written: {Reason(error)}", error);

    public static string Reason(Exception error) => error switch
    {
        FileNotFoundException => "there is no such file.",
        DirectoryNotFoundException => "there is no such folder.",
        UnauthorizedAccessException => "access is denied.",
        _ => QuotedPath().Replace(error.Message, "").TrimEnd('.') + ".",
    };

    [GeneratedRegex(@"[ :]*'[^']*'")]
    private static partial Regex QuotedPath();
}
