using Bedrock.Toolkit.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.DependencyInjection;

/// <summary>Makes the client of a host, which follows its options.</summary>
internal static class HostedClient
{
    public static BedrockClient Create(IServiceProvider provider, string name, AwsService? service = null)
    {
        var monitor = provider.GetRequiredService<IOptionsMonitor<BedrockClientOptions>>();
        BedrockHosting hosting = provider.GetRequiredService<IOptionsMonitor<BedrockHosting>>().Get(name);
        BedrockClientOptions options = monitor.Get(name).Copy();
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        BedrockClient client = hosting.HttpClientName is { } httpClient
            ? new BedrockClient(HostsHttpClient(provider, hosting, httpClient), options, service)
            : new BedrockClient(httpClient: null, WithHandlers(provider, options, hosting), service);
        client.Follow(monitor.OnChange((changed, changedName) =>
        {
            if (changedName == name)
            {
                client.Reload(changed);
            }
        }));
        return client;
    }

    private static HttpClient HostsHttpClient(IServiceProvider provider, BedrockHosting hosting, string name)
    {
        if (hosting.Handlers.Count > 0)
        {
            throw new InvalidOperationException($"UseHttpClient and AddHttpMessageHandler are both set: add the handler to the host's HTTP client '{name}'.");
        }

        IHttpClientFactory factory = provider.GetService<IHttpClientFactory>()
            ?? throw new InvalidOperationException($"UseHttpClient needs the host's HTTP clients: call services.AddHttpClient(\"{name}\").");
        HttpClient http = factory.CreateClient(name);

        // The factory's 100 seconds would cut long answers; the client has limits of its own.
        http.Timeout = Timeout.InfiniteTimeSpan;
        return http;
    }

    private static BedrockClientOptions WithHandlers(IServiceProvider provider, BedrockClientOptions options, BedrockHosting hosting)
    {
        if (hosting.Handlers.Count > 0)
        {
            Func<HttpMessageHandler>? innermost = options.HandlerFactory;
            BedrockClientOptions own = options.Copy();
            options.Proxy = null;
            options.HandlerFactory = () =>
            {
                HttpMessageHandler handler = innermost?.Invoke() ?? HttpHandlers.CreateOwnHandler(own);
                foreach (Func<IServiceProvider, DelegatingHandler> create in Enumerable.Reverse(hosting.Handlers))
                {
                    DelegatingHandler outer = create(provider);
                    if (outer.InnerHandler is not null)
                    {
                        throw new InvalidOperationException(
                            $"{outer.GetType().Name} has an inner handler already: AddHttpMessageHandler needs a new handler without one.");
                    }

                    outer.InnerHandler = handler;
                    handler = outer;
                }

                return handler;
            };
        }

        return options;
    }
}
