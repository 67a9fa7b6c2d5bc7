using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace ClientMgmt.Benchmarks.Contestants.Authlete;

/// <summary>Reads ten fields with Newtonsoft.Json's reader, straight from the stream. This one is 1.0.</summary>
internal sealed class NewtonsoftAuthlete(HttpClient http) : PlainContestant<AuthleteClient>(http, Api.Authlete)
{
    public override string Name => "Newtonsoft";

    public override ValueTask<AuthleteClient> ReadClientAsync(Stream json)
    {
        using var reader = new JsonTextReader(new StreamReader(json));
        reader.Read();
        return ValueTask.FromResult(ReadClient(reader));
    }

    protected override byte[] WriteClient()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        AuthleteClient client = AuthleteClient.New;
        writer.WriteStartObject();
        Write("clientName", client.ClientName);
        Write("description", client.Description);
        Write("clientType", client.ClientType);
        Write("clientUri", client.ClientUri);
        Write("logoUri", client.LogoUri);
        Write("tokenAuthMethod", client.TokenAuthMethod);
        writer.WriteTexts("redirectUris", client.RedirectUris!);
        writer.WriteTexts("grantTypes", client.GrantTypes!);
        writer.WriteTexts("responseTypes", client.ResponseTypes!);
        writer.WriteEndObject();
        return Encoding.UTF8.GetBytes(text.ToString());

        void Write(string name, string? value)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(value);
        }
    }

    protected override ValueTask<Page<AuthleteClient>> ReadPageAsync(Stream json)
    {
        using var reader = new JsonTextReader(new StreamReader(json));
        var clients = new List<AuthleteClient>();
        string? total = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            switch ((string)reader.Value!)
            {
                case "totalCount":
                    total = reader.ReadAsString();
                    break;
                case "clients":
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

        return ValueTask.FromResult(new Page<AuthleteClient>(clients, total));
    }

    private static AuthleteClient ReadClient(JsonTextReader reader)
    {
        var client = new AuthleteClient();
        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            switch ((string)reader.Value!)
            {
                case "clientId":
                    reader.Read();
                    client.ClientId = (long)reader.Value!;
                    break;
                case "clientName":
                    client.ClientName = reader.ReadAsString();
                    break;
                case "description":
                    client.Description = reader.ReadAsString();
                    break;
                case "clientType":
                    client.ClientType = reader.ReadAsString();
                    break;
                case "clientUri":
                    client.ClientUri = reader.ReadAsString();
                    break;
                case "logoUri":
                    client.LogoUri = reader.ReadAsString();
                    break;
                case "tokenAuthMethod":
                    client.TokenAuthMethod = reader.ReadAsString();
                    break;
                case "redirectUris":
                    client.RedirectUris = reader.ReadTexts();
                    break;
                case "grantTypes":
                    client.GrantTypes = reader.ReadTexts();
                    break;
                case "responseTypes":
                    client.ResponseTypes = reader.ReadTexts();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return client;
    }
}
