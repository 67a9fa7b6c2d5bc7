namespace ClientMgmt.DynamicRegistration;

/// <summary>
/// How systems say that somebody else has a file: EAGAIN of Linux and of macOS, and what Windows has for sharing and for locks. Whoever
/// waited for anything else to pass, a file system that became read-only for example, would wait for ever.
/// </summary>
internal static class FilesInUse
{
    private static readonly int[] s_codes = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    public static bool IsSo(IOException error) => s_codes.Contains(error.HResult);
}
