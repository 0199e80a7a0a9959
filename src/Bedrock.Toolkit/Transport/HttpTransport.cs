using Bedrock.Toolkit.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Transport;

/// <summary>What the calls of one client share, and the layers that they go through: telemetry, governor, attempts, connections. Thread-safe; knows no
/// model family.</summary>
internal sealed class HttpTransport : IDisposable
{
    private readonly BedrockClientOptions _options;
    private readonly ILogger _logger;
    private readonly AsyncOnce<Route> _route;
    private volatile HttpTransport? _successor;
    private volatile bool _disposed;
    private bool _hasToldRepeats;

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

        // Quotas of tokens are those of inference.
        TokenGovernor? quota = service == AwsService.BedrockRuntime || service == AwsService.BedrockMantle ? options.TokenGovernor : null;
        ICallSender governed = quota is { } governor ? new GovernedSender(this, governor, attempts, _logger) : attempts;
        ICallSender budgeted = options.SpendBudget is { } budget ? new BudgetedSender(budget, governed, _logger) : governed;
        Sender = new ObservedSender(this, budgeted, _logger);
    }

    public BedrockClientOptions Options => _options;

    /// <summary>The service that is called.</summary>
    public AwsService Service { get; }

    public RetryPolicy Retry { get; }

    public ConnectionPool Pool { get; }

    public Identity Identity { get; }

    /// <summary>Makes a call: attempts until one succeeds, one fails for good, or no more are allowed; in its turn when there is a token governor.</summary>
    public ICallSender Sender { get; }

    /// <summary>Whether the client was disposed: calls that began before its options changed end with it too.</summary>
    public bool IsDisposed
    {
        get
        {
            HttpTransport last = this;
            while (last._successor is { } next)
            {
                last = next;
            }

            return _disposed || last._disposed;
        }
    }

    /// <summary>The address, as far as it is known without asking anybody.</summary>
    public Uri? Address => _route.Value?.Address ?? (Route.AtHand(_options, Service) is { } url ? new Uri(url) : null);

    /// <summary>Where the requests go; found once.</summary>
    public ValueTask<Route> GetRouteAsync(CancellationToken cancellationToken) => _route.GetAsync(cancellationToken);

    /// <summary>Starts the limits of a call; who starts them ends them.</summary>
    public CallClock StartClock(ApiCall call, CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        var clock = new CallClock(_options.TimeProvider, call.OverallTimeout, _options.ConnectTimeout, caller, isShared: !Pool.IsDirect);
        clock.ArmOverall();
        return clock;
    }

    /// <summary>Says which transport makes the client's calls from now on; those under way stay with this one.</summary>
    public void ReplaceBy(HttpTransport successor) => _successor = successor;

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, typeof(BedrockClient));

    /// <summary>Tells the governor of a throttling answer; does nothing for other failures, and without a governor.</summary>
    public void ReportThrottling(ApiCall call, BedrockException failure)
    {
        if (call.Reservation is { } reservation && failure is BedrockThrottlingException throttling)
        {
            double share = reservation.Throttled(throttling.RetryAfter);
            Log.QuotaLowered(_logger, Shown(call), reservation.Region, share);
        }
    }

    /// <summary>Takes that one attempt was sent several times, which only a handler of the host can do; told once.</summary>
    public void ReportRepeats(ApiCall call, int sends)
    {
        if (!Interlocked.Exchange(ref _hasToldRepeats, true))
        {
            Log.RepeatedByHandler(_logger, call.Operation, Shown(call), sends, call.MaxAttempts ?? _options.MaxAttempts);
        }
    }

    /// <summary>The call's model id as it may be logged.</summary>
    public string? Shown(ApiCall call) => Shown(call.ModelId);

    /// <summary>A model id as it may be logged.</summary>
    public string? Shown(string? modelId) => _options.HideAccountIds ? AccountIds.Hide(modelId) : modelId;

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
