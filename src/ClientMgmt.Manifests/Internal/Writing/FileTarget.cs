using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace ClientMgmt.Manifests;

/// <summary>What a path really leads to.</summary>
internal static partial class FileTarget
{
    /// <summary>The file at the end of symbolic links, which may be one that is not there yet.</summary>
    /// <exception cref="IOException">The links lead nowhere.</exception>
    public static string Follow(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;

    /// <summary>
    /// What the process has open already, where the path is one of the system's names for that: opened anew, it would be
    /// written from its beginning.
    /// </summary>
    /// <exception cref="IOException">Nothing is open by that number.</exception>
    public static FileStream? TryGetOpen(string path) => NumberOf(path) is not { } number ? null
        : new FileStream(new SafeFileHandle(number, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    /// <summary>Whether that is standard output.</summary>
    public static bool IsOutput(string path) => NumberOf(path) == 1;

    /// <summary>Whether something is there that is replaced by what is written, as a device or a pipe is not.</summary>
    /// <exception cref="IOException">It is a folder, or the links lead nowhere.</exception>
    public static bool IsKept(string path) => NumberOf(path) is null && FileKind.Find(Follow(path)) is { IsRegular: true };

    private static int? NumberOf(string path) => OperatingSystem.IsWindows() ? null : path switch
    {
        "/dev/stdout" => 1,
        "/dev/stderr" => 2,
        _ when OpenFile().Match(path) is { Success: true } match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
        _ => null,
    };

    [GeneratedRegex(@"\A/(?:dev|proc/self)/fd/([0-9]{1,6})\z")]
    private static partial Regex OpenFile();
}
