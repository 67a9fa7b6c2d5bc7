using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace ClientMgmt.Benchmarks.Contestants.DocSpace;

/// <summary>Reads ten fields with Newtonsoft.Json's reader, straight from the stream. This one is 1.0.</summary>
internal sealed class NewtonsoftDocSpace(HttpClient http) : PlainContestant<PortalClient>(http, Api.DocSpace)
{
    public override string Name => "Newtonsoft";

    public override ValueTask<PortalClient> ReadClientAsync(Stream json)
    {
        using var reader = new JsonTextReader(new StreamReader(json));
        reader.Read();
        return ValueTask.FromResult(ReadClient(reader));
    }

    protected override byte[] WriteClient()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        NewPortalClient client = NewPortalClient.Default;
        writer.WriteStartObject();
        Write("name", client.Name);
        Write("description", client.Description);
        Write("logo", client.Logo);
        Write("website_url", client.WebsiteUrl);
        Write("terms_url", client.TermsUrl);
        Write("policy_url", client.PolicyUrl);
        Write("logout_redirect_uri", client.LogoutRedirectUri);
        writer.WriteTexts("scopes", client.Scopes);
        writer.WriteTexts("redirect_uris", client.RedirectUris);
        writer.WriteTexts("allowed_origins", client.AllowedOrigins);
        writer.WriteEndObject();
        return Encoding.UTF8.GetBytes(text.ToString());

        void Write(string name, string value)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(value);
        }
    }

    protected override ValueTask<Page<PortalClient>> ReadPageAsync(Stream json)
    {
        // A cursor goes back letter by letter.
        using var reader = new JsonTextReader(new StreamReader(json)) { DateParseHandling = DateParseHandling.None };
        var clients = new List<PortalClient>();
        string? id = null, time = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            switch ((string)reader.Value!)
            {
                case "last_client_id":
                    id = reader.ReadAsString();
                    break;
                case "last_created_on":
                    time = reader.ReadAsString();
                    break;
                case "data":
                    reader.Read();
                    while (reader.Read() && reader.TokenType == JsonToken.StartObject)
                    {
                        clients.Add(ReadClient(reader));
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return ValueTask.FromResult(new Page<PortalClient>(clients, Api.Cursor(id, time)));
    }

    private static PortalClient ReadClient(JsonTextReader reader)
    {
        var client = new PortalClient();
        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            switch ((string)reader.Value!)
            {
                case "client_id":
                    client.ClientId = reader.ReadAsString();
                    break;
                case "client_secret":
                    client.ClientSecret = reader.ReadAsString();
                    break;
                case "name":
                    client.Name = reader.ReadAsString();
                    break;
                case "description":
                    client.Description = reader.ReadAsString();
                    break;
                case "enabled":
                    client.Enabled = reader.ReadAsBoolean();
                    break;
                case "created_on":
                    client.CreatedOn = reader.ReadAsString();
                    break;
                case "website_url":
                    client.WebsiteUrl = reader.ReadAsString();
                    break;
                case "scopes":
                    client.Scopes = reader.ReadTexts();
                    break;
                case "redirect_uris":
                    client.RedirectUris = reader.ReadTexts();
                    break;
                case "allowed_origins":
                    client.AllowedOrigins = reader.ReadTexts();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return client;
    }
}
