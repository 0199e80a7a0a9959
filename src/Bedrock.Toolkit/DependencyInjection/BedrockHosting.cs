namespace Bedrock.Toolkit.DependencyInjection;

/// <summary>What the builder says of a client's connections; options of the same name as the client's. Not thread-safe.</summary>
internal sealed class BedrockHosting
{
    /// <summary>The handlers around the connections, outermost first.</summary>
    public List<Func<IServiceProvider, DelegatingHandler>> Handlers { get; } = [];

    /// <summary>The name of the host's own HTTP client; null when the client has connections of its own.</summary>
    public string? HttpClientName { get; set; }
}
