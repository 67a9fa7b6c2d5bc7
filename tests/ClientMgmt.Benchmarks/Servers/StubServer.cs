using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Benchmarks.Servers;

/// <summary>
/// A server over real HTTP that does next to nothing, so that its callers are what is measured. It runs in a process of its
/// own, until its input ends. The first two parts of a path say how many clients there are, and how many milliseconds an
/// answer waits.
/// </summary>
internal static class StubServer
{
    public const string ConnectionsPath = "connections";

    public static async Task RunAsync()
    {
        int connections = 0;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback,
            0,
            listen => listen.Use(next => connection =>
            {
                Interlocked.Increment(ref connections);
                return next(connection);
            })));
        await using WebApplication app = builder.Build();
        var answers = new StubAnswers();
        app.Run(context => context.Request.Path == "/" + ConnectionsPath
            ? context.Response.WriteAsync(connections.ToString(CultureInfo.InvariantCulture))
            : AnswerAsync(context, answers));
        await app.StartAsync();
        IServer server = app.Services.GetRequiredService<IServer>();
        Console.WriteLine(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        await Console.In.ReadToEndAsync();
    }

    private static async Task AnswerAsync(HttpContext context, StubAnswers answers)
    {
        string[] path = context.Request.Path.Value!.Split('/', 4);
        if (int.Parse(path[2], CultureInfo.InvariantCulture) is > 0 and var milliseconds)
        {
            await Task.Delay(milliseconds);
        }

        context.Response.ContentType = "application/json";
        context.Response.StatusCode = context.Request.Method == "POST" ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        answers.Write(context.Response, path[3], context.Request.Query, int.Parse(path[1], CultureInfo.InvariantCulture));
        await context.Response.BodyWriter.FlushAsync();
    }
}
