using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Errors;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Transport;

/// <summary>What the calls of one client share, and the layers that they go through: governor, attempts, connections. Thread-safe; knows no model
/// family.</summary>
internal sealed class HttpTransport : IDisposable
{
    private readonly BedrockClientOptions _options;
    private readonly ILogger _logger;
    private readonly AsyncOnce<Route> _route;
    private readonly ICallSender _sender;
    private volatile bool _disposed;

    /// <param name="options">Valid options that nobody else changes.</param>
    /// <param name="http">The caller's HTTP client, or null for one of our own.</param>
    /// <param name="service">The service that is called; bedrock-runtime when null.</param>
    public HttpTransport(BedrockClientOptions options, HttpClient? http, AwsService? service = null)
        : this(options, http is null ? HttpHandlers.CreatePool(options) : new ConnectionPool(http, isOwn: false), service)
    {
    }

    /// <param name="options">Valid options that nobody else changes.</param>
    /// <param name="pool">The connections, of which this transport is one user.</param>
    /// <param name="service">The service that is called; bedrock-runtime when null.</param>
    public HttpTransport(BedrockClientOptions options, ConnectionPool pool, AwsService? service = null)
    {
        service ??= AwsService.BedrockRuntime;
        Service = service;
        _options = options;
        Pool = pool;
        _logger = SafeLogger.Create(options.LoggerFactory, "Bedrock.Toolkit");
        Retry = new RetryPolicy(options);
        Identity = new Identity(options, service);
        _route = new AsyncOnce<Route>(() => ResolveRouteAsync(service));
        var attempts = new AttemptSender(this, _logger);
        _sender = options.TokenGovernor is { } governor ? new GovernedSender(this, governor, attempts, _logger) : attempts;
    }

    public BedrockClientOptions Options => _options;

    /// <summary>The service that is called.</summary>
    public AwsService Service { get; }

    public RetryPolicy Retry { get; }

    public ConnectionPool Pool { get; }

    public Identity Identity { get; }

    public bool IsDisposed => _disposed;

    /// <summary>Where the requests go; found once.</summary>
    public ValueTask<Route> GetRouteAsync(CancellationToken cancellationToken) => _route.GetAsync(cancellationToken);

    /// <summary>Starts the limits of a call; who starts them ends them.</summary>
    public CallClock StartClock(ApiCall call, CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        var clock = new CallClock(_options.TimeProvider, call.OverallTimeout, _options.ConnectTimeout, caller);
        clock.ArmOverall();
        return clock;
    }

    /// <summary>Makes a call: attempts until one succeeds, one fails for good, or no more are allowed; in its turn when there is a token governor.</summary>
    public Task<OpenAnswer> SendAsync(ApiCall call, CallClock clock, Func<OpenAnswer, CancellationToken, Task> read) => _sender.SendAsync(call, clock, read);

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, typeof(BedrockClient));

    /// <summary>Tells the governor of a throttling answer; does nothing for other failures, and without a governor.</summary>
    public void ReportThrottling(ApiCall call, BedrockException failure)
    {
        if (call.Reservation is { } reservation && failure is BedrockThrottlingException throttling)
        {
            double share = reservation.Throttled(throttling.RetryAfter);
            Log.QuotaLowered(_logger, Shown(call), reservation.Region, share);
        }
    }

    /// <summary>Begins the span and the measurements of a call; to be asked for only when <see cref="Instruments.AreWanted"/>.</summary>
    public CallTelemetry StartTelemetry(ApiCall call, bool isStreaming) => CallTelemetry.Start(
        new CallSubject(CallSubject.NameOf(call.Operation, call.Output, call.ModelId, call.Body.Bytes.Span), call.Operation, Shown(call),
            call.OutputLimit is { IsUnset: false, Tokens: > 0 } limit ? limit.Tokens : null, call.Path, call.Headers, id => _options.HideAccountIds
                ? AccountIds.Hide(id) : id),
        call.Body.Bytes.Span,
        isStreaming,
        _options.TimeProvider,
        _logger);

    /// <summary>The model id as it may be logged.</summary>
    public string? Shown(ApiCall call) => _options.HideAccountIds ? AccountIds.Hide(call.ModelId) : call.ModelId;

    /// <summary>An exception that knows its call, when it is one of ours.</summary>
    public static Exception InContext(Exception exception, ApiCall call, int attempts)
    {
        (exception as BedrockException)?.AddContext(call.Operation, call.ModelId, null, attempts, null);
        return exception;
    }

    public void Dispose()
    {
        _disposed = true;
        Pool.Release();
    }

    private Task<Route> ResolveRouteAsync(AwsService service)
    {
        Route route = Route.Resolve(_options, service, _logger);
        Log.RouteResolved(_logger, service.ServiceId, route.Host, route.Region);
        return Task.FromResult(route);
    }
}
