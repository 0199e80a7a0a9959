namespace Bedrock.Toolkit.Transport;

/// <summary>The client's own connections: the pooled ones, and beside them ones that nobody has used before, for requests that met a dead one.
/// Thread-safe.</summary>
/// <remarks>Behind a gateway that forgot one silent connection stand others that it forgot as well: to take the next one from the pool would only
/// find the next dead one.</remarks>
internal sealed class FreshConnectionHandler : DelegatingHandler
{
    private readonly Lazy<HttpMessageInvoker> _fresh;

    /// <param name="pooled">The handler with a pool.</param>
    /// <param name="createFresh">Makes the handler without one; called when it is needed first.</param>
    /// <param name="mostConnections">How many connections may be in use at once.</param>
    public FreshConnectionHandler(HttpMessageHandler pooled, Func<HttpMessageHandler> createFresh, int mostConnections)
        : base(pooled)
    {
        _fresh = new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(createFresh()));
        MaxConnections = mostConnections;
    }

    public int MaxConnections { get; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request is FreshConnectionRequest ? _fresh.Value.SendAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing && _fresh.IsValueCreated)
        {
            _fresh.Value.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>A request that wants a connection of its own.</summary>
internal sealed class FreshConnectionRequest(HttpMethod method, Uri uri) : HttpRequestMessage(method, uri);

/// <summary>A connection that had served requests before was dead when the next one was written to it.</summary>
internal sealed class StaleConnectionException(Exception? cause) : IOException("The pooled connection was closed by the other side.", cause);
