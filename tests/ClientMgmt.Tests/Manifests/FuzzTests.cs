using System.Text;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Texts that were manifests before somebody slipped: the reader takes them or says where it does not, whatever they are.</summary>
public sealed class FuzzTests
{
    private const string Yaml = """
        # yaml-language-server: $schema=manifest.schema.json
        client_name: &name Orders
        client_names: { de: "Aufträge", ja: '注文' }
        redirect_uris: [https://a.example/cb, "https://b.example/cb?x=1"]
        grant_types:
          - authorization_code
          - refresh_token
        default_max_age: 3600
        require_auth_time: true
        jwks: {"keys": [{"kty": "EC", "kid": *name}]}
        policy_uri: !!str https://a.example/p
        description: |
          Two
          lines
        scope: >
          openid
          email
        extensions:
          requestableScopes: null
        ---
        - client_name: "Second \u00e9"
        - ? client_name
          : Third
        ...
        """;

    private const string Json = """
        [{"client_name": "Orders", "redirect_uris": ["https://a.example/cb"], "default_max_age": 100, "jwks": {"keys": []},
          "client_names": {"ja": "注文"}, "require_auth_time": false, "extensions": {"a": [null, {"b": -1.5}]}}]
        """;

    private static readonly string[] s_pieces =
    [
        "[", "]", "{", "}", ":", ": ", "- ", "? ", "&a ", "*a", "!", "!!int ", "|", ">", "'", "\"", "#", "%YAML 1.2\n", "---\n", "...\n", ",", "\n", "\r",
        "\t", "  ", "\0", "\u0085", "\ufeff", "\ud800", "\\x", "\\u12", "<<: *a\n", "0x1F", ".nan", "~", "=", "@", "`",
    ];

    [TestCase("x.yaml", Yaml)]
    [TestCase("x.json", Json)]
    [TestCase("standard input", Yaml)]
    public async Task Whatever_the_text_is_the_reader_says_where_it_is_wrong(string name, string text)
    {
        int count = Figure.IsFull ? 50_000 : 2_000;
        var random = new Random(20);
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] mutated = Mutate(text, random);
            try
            {
                await ManifestReader.ReadAsync(new MemoryStream(mutated), name);
            }
            catch (ManifestException e)
            {
                refused++;
                Assert.That(e.Problems.Select(p => p.Location), Has.All.Matches<ManifestLocation?>(l => l is { File: var file, Line: > 0, Column: > 0 } && file == name), Shown());
            }
            catch (Exception e)
            {
                Assert.Fail($"{e.GetType().Name}: {e.Message}\n{Shown()}");
            }

            string Shown() => Encoding.UTF8.GetString(mutated);
        }

        Figure.Print($"{name}: {refused} of {count} mutated manifests refused with their places");
        Assert.That(refused, Is.InRange(count / 4, count - 1));
    }

    private static byte[] Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (int i = random.Next(1, 4); i > 0 && mutated.Length > 1; i--)
        {
            int at = random.Next(mutated.Length);
            int length = Math.Min(random.Next(1, 12), mutated.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(at, mutated.ToString(at, length));
                    break;
                case 2:
                    mutated.Length = at;
                    break;
                default:
                    mutated.Insert(at, s_pieces[random.Next(s_pieces.Length)]);
                    break;
            }
        }

        byte[] bytes = Encoding.UTF8.GetBytes(mutated.ToString());
        if (bytes.Length > 0 && random.Next(20) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(0x80, 0x100);
        }

        return bytes;
    }
}
