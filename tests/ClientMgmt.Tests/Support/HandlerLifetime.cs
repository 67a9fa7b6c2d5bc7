using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Support;

/// <summary>
/// The factory of HttpClient holds a handler, and with it all services, for two minutes, also after they were disposed. With
/// thousands of tests that is a gigabyte, which each collection has to look through.
/// </summary>
internal static class HandlerLifetime
{
    public static IServiceCollection WithoutHandlerTimers(this IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(http => http.SetHandlerLifetime(Timeout.InfiniteTimeSpan));
}
