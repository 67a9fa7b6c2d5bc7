using Newtonsoft.Json;

namespace ClientMgmt.Benchmarks.Contestants.DocSpace;

internal sealed class NewtonsoftDocSpace(HttpClient http) : NewtonsoftContestant<PortalClient>(http, Api.DocSpace)
{
    protected override byte[] WriteClient() => NewtonsoftJson.WriteObject(writer =>
    {
        NewPortalClient client = NewPortalClient.Default;
        writer.WriteText("name", client.Name);
        writer.WriteText("description", client.Description);
        writer.WriteText("logo", client.Logo);
        writer.WriteText("website_url", client.WebsiteUrl);
        writer.WriteText("terms_url", client.TermsUrl);
        writer.WriteText("policy_url", client.PolicyUrl);
        writer.WriteText("logout_redirect_uri", client.LogoutRedirectUri);
        writer.WriteTexts("scopes", client.Scopes);
        writer.WriteTexts("redirect_uris", client.RedirectUris);
        writer.WriteTexts("allowed_origins", client.AllowedOrigins);
    });

    protected override ValueTask<Page<PortalClient>> ReadPageAsync(Stream json)
    {
        // A cursor goes back letter by letter.
        using var reader = new JsonTextReader(new StreamReader(json)) { DateParseHandling = DateParseHandling.None };
        List<PortalClient> clients = [];
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
                    clients = reader.ReadObjects(ReadClient);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return ValueTask.FromResult(new Page<PortalClient>(clients, Api.Cursor(id, time)));
    }

    protected override PortalClient ReadClient(JsonTextReader reader)
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
