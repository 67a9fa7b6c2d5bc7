using System.CommandLine;

namespace ClientMgmt.Cli.Options;

/// <summary>The flags of all standard properties. Those that most clients need have a line each in the help.</summary>
internal sealed class MetadataFlags
{
    private static readonly Dictionary<string, string> s_common = new()
    {
        ["client_name"] = "The name that users see.",
        ["description"] = "A text about the client.",
        ["redirect_uris"] = "Where authorization responses may go; repeat it for several.",
        ["post_logout_redirect_uris"] = "Where the user may go after logout; repeat it for several.",
        ["allowed_origins"] = "An origin that may call from a browser; repeat it for several.",
        ["grant_types"] = "authorization_code, refresh_token, client_credentials …; repeat it for several.",
        ["response_types"] = "code, \"code id_token\" …; repeat it for several.",
        ["scope"] = "The scopes that the client may request, separated by spaces.",
        ["token_endpoint_auth_method"] = "none, client_secret_basic, client_secret_post, private_key_jwt …",
        ["application_type"] = "web or native.",
        ["client_uri"] = "The page about the client.",
        ["logo_uri"] = "The logo; DocSpace takes a data: URI.",
        ["policy_uri"] = "How the client uses personal data.",
        ["tos_uri"] = "The terms of service.",
        ["contacts"] = "The address of somebody responsible; repeat it for several.",
        ["jwks_uri"] = "Where the public keys are.",
    };

    private readonly MetadataFlag[] _flags =
    [
        .. s_common.Keys.Concat(ClientMetadata.StandardNames.Except(s_common.Keys))
            .Select(name => MetadataFlag.Of(name, s_common.GetValueOrDefault(name))).OfType<MetadataFlag>(),
    ];

    /// <summary>What the help says of the others.</summary>
    public string Others => string.Join(", ", _flags.Where(f => f.Option.Hidden).Select(f => f.Option.Name));

    public void AddTo(Command command)
    {
        foreach (MetadataFlag flag in _flags)
        {
            command.Add(flag.Option);
        }
    }

    public IEnumerable<PropertyChange> Read(ParseResult parsed) => _flags
        .Where(f => parsed.GetResult(f.Option) is { Implicit: false })
        .Select(f => new PropertyChange(f.Property, f.Read(parsed), f.Option.Name));
}
