using System.Text;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Short forms for tests.</summary>
internal static class Manifest
{
    public static async Task<IReadOnlyList<ClientManifest>> ReadAsync(string text, string name = "clients.yaml") =>
        await ReadAsync(Encoding.UTF8.GetBytes(text), name);

    public static async Task<IReadOnlyList<ClientManifest>> ReadAsync(byte[] bytes, string name = "clients.yaml")
    {
        using var stream = new MemoryStream(bytes);
        return await ManifestReader.ReadAsync(stream, name);
    }

    public static async Task<IReadOnlyList<ManifestProblem>> ProblemsAsync(string text, string name = "clients.yaml") =>
        await ProblemsAsync(Encoding.UTF8.GetBytes(text), name);

    public static async Task<IReadOnlyList<ManifestProblem>> ProblemsAsync(byte[] bytes, string name = "clients.yaml")
    {
        try
        {
            await ReadAsync(bytes, name);
            return [];
        }
        catch (ManifestException e)
        {
            return e.Problems;
        }
    }

    public static string Yaml(params IEnumerable<ClientManifest> manifests)
    {
        using var writer = new StringWriter();
        foreach (ClientManifest manifest in manifests)
        {
            ManifestWriter.WriteYaml(writer, manifest);
        }

        return writer.ToString();
    }
}
