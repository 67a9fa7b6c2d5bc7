using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>One call on the registration server.</summary>
internal sealed class Call(ServerState server, Incoming incoming, Uri root)
{
    public ServerState Server { get; } = server;

    public DynamicRegistrationBehavior Behavior => Server.Behavior;

    public Incoming Incoming { get; } = incoming;

    public Addresses Addresses { get; } = new(server.Behavior, root, incoming);

    /// <summary>Whether it came with a management token.</summary>
    public bool ByManagement { get; set; }

    /// <summary>The bearer token; null when there is none, empty when the header holds something else.</summary>
    public string? Token => Incoming.Headers.Authorization.ToString() is { Length: > 0 } header
        ? BasicCredentials.Scheme(header, "Bearer") ?? ""
        : null;

    private string Accept => Incoming.Headers.Accept.ToString();

    /// <summary>The way in which this server refuses such a mistake.</summary>
    public Refusal Refuse(RegistrationMistake mistake, string words) => new(Refused(mistake, words));

    public Reply Refused(RegistrationMistake mistake, string words)
    {
        RegistrationRefusal row = Behavior.Refusals.GetValueOrDefault(mistake) ?? DefaultRefusals.All[mistake];
        if (Behavior.LoginPageForBrowsers && Token is null && !IsPlainJson)
            row = new RegistrationRefusal(Status302Found) { Location = "/login" };
        Reply reply = Body(row, row.Description ?? words) with { Reason = words };
        if (row.Location is not null)
            reply.Headers["Location"] = row.Location;
        if (Challenge(row, row.Description ?? words) is { } challenge)
            reply.Headers["WWW-Authenticate"] = challenge;
        if (row.Status == Status429TooManyRequests)
            Limited(reply);
        return Finish(reply);
    }

    public Reply Finish(Reply reply)
    {
        if (Behavior.NoStore)
            reply.Headers["Cache-Control"] = "no-store";
        return reply;
    }

    private bool IsPlainJson => Accept.Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private bool WantsHtml => Behavior.HtmlForBrowsers && !IsPlainJson && Accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private Reply Body(RegistrationRefusal row, string description)
    {
        if (row.Body == RegistrationErrorBody.Html || (WantsHtml && row.Error is not null))
            return new Reply(row.Status, $"<!DOCTYPE html><html><body><h1>{row.Error ?? "error"}</h1></body></html>", "text/html; charset=utf-8");
        if (row.Body == RegistrationErrorBody.Text)
            return new Reply(row.Status, description, "text/plain; charset=utf-8");
        if (row.Error is null || row.Body == RegistrationErrorBody.Empty)
            return Reply.Empty(row.Status);
        var body = new JsonObject { ["error"] = row.Error };
        if (description.Length > 0)
            body["error_description"] = description;
        return Reply.Json(row.Status, body);
    }

    private string? Challenge(RegistrationRefusal row, string description) => row.Challenge switch
    {
        RegistrationChallenge.Realm => $"Bearer realm=\"{Addresses.Issuer}\"",
        RegistrationChallenge.RealmAndError =>
            $"Bearer realm=\"{Addresses.Issuer}\", error=\"{row.Error}\", error_description=\"{description}\"",
        _ => null,
    };

    private void Limited(Reply reply)
    {
        reply.Headers["Retry-After"] = "3600";
        reply.Headers["RateLimit-Limit"] = (Behavior.RegistrationsPerHour ?? 0).ToString(CultureInfo.InvariantCulture);
        reply.Headers["RateLimit-Remaining"] = "0";
        reply.Headers["RateLimit-Reset"] = "3600";
    }
}
