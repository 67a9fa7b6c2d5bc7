using System.Text.RegularExpressions;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Conventions.Architecture;

/// <summary>The folders of a project in which its types are declared, found in the source files themselves.</summary>
internal sealed partial class SourceFolders
{
    private readonly Dictionary<string, string> _folders = [];

    private SourceFolders()
    {
    }

    /// <param name="path">The folder of the project in the repository.</param>
    public static SourceFolders Read(params string[] path)
    {
        var result = new SourceFolders();
        string project = Path.Combine([Repository.Root, .. path]);
        foreach (string file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string own = Path.GetRelativePath(project, file).Replace('\\', '/');
            if (own.Split('/')[0] is not ("bin" or "obj"))
            {
                result.Add(own, File.ReadAllText(file));
            }
        }

        return result;
    }

    /// <summary>The folder of a type, with slashes, and empty for the project's own root.</summary>
    /// <returns>Null if no source file of the project declares the type.</returns>
    public string? Find(string type) => _folders.GetValueOrDefault(type);

    private void Add(string path, string source)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        foreach (Match type in Declaration().Matches(source))
        {
            string fullName = $"{Namespace().Match(source).Groups[1].Value}.{type.Groups[1].Value}";

            // The parts of a partial type may be in several folders: the file with the name of the type decides.
            if (!_folders.ContainsKey(fullName) || name == type.Groups[1].Value)
            {
                _folders[fullName] = Path.GetDirectoryName(path)!.Replace('\\', '/');
            }
        }
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // At the beginning of a line: nested types are indented and count to the outer one.
    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|struct|interface|enum|record(?: class| struct)?|delegate [^(]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
