using System.Runtime.ExceptionServices;
using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Errors;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Transport;

/// <summary>Sends calls: endpoint, identity, signature, attempts, time limits, error answers. Thread safe; knows no model family.</summary>
internal sealed partial class HttpTransport : IDisposable
{
    private const int MostStaleConnections = 10;

    private static readonly Func<OpenAnswer, CancellationToken, Task> ReadWholeAnswer = UnaryAnswer.ReadBodyAsync;

    private readonly BedrockClientOptions _options;
    private readonly HttpClient _http;
    private readonly ILogger _logger;
    private readonly AsyncOnce<Route> _route;
    private readonly AsyncOnce<Identity> _identity;
    private volatile bool _disposed;

    /// <param name="options">Valid options that nobody else changes.</param>
    /// <param name="http">The caller's HTTP client, or null for one of our own.</param>
    public HttpTransport(BedrockClientOptions options, HttpClient? http)
        : this(options, http is null ? new ConnectionPool(HttpHandlers.CreateClient(options), isOwn: true) : new ConnectionPool(http, isOwn: false))
    {
    }

    /// <param name="options">Valid options that nobody else changes.</param>
    /// <param name="pool">The connections, of which this transport is one user.</param>
    public HttpTransport(BedrockClientOptions options, ConnectionPool pool)
        : this(options, pool, AwsService.BedrockRuntime)
    {
    }

    /// <param name="options">Valid options that nobody else changes.</param>
    /// <param name="pool">The connections, of which this transport is one user.</param>
    /// <param name="service">The service that is called.</param>
    public HttpTransport(BedrockClientOptions options, ConnectionPool pool, AwsService service)
    {
        _options = options;
        Pool = pool;
        _http = pool.Http;
        _logger = SafeLogger.Create(options.LoggerFactory, "Bedrock.Toolkit");
        Retry = new RetryPolicy(options);
        _route = new AsyncOnce<Route>(() => ResolveRouteAsync(service));
        _identity = new AsyncOnce<Identity>(() => AwsChain.ResolveIdentityAsync(options, service));
    }

    public BedrockClientOptions Options => _options;

    public RetryPolicy Retry { get; }

    public ConnectionPool Pool { get; }

    /// <summary>Where the requests go; found once.</summary>
    public ValueTask<Route> GetRouteAsync(CancellationToken cancellationToken) => _route.GetAsync(cancellationToken);

    /// <summary>Makes a call whose answer is read whole into <see cref="OpenAnswer.Body"/>.</summary>
    public Task<OpenAnswer> SendAsync(ApiCall call, CancellationToken cancellationToken) => SendAsync(call, ReadWholeAnswer, cancellationToken);

    /// <summary>Makes attempts until one succeeds, one fails for good, or no more are allowed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads what has to be there before the attempt counts as a success: the whole answer, or the first event of a stream.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    private async Task<OpenAnswer> SendAttemptsAsync(ApiCall call, Func<OpenAnswer, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(BedrockClient));
        cancellationToken.ThrowIfCancellationRequested();
        Route route = await GetRouteAsync(cancellationToken).ConfigureAwait(false);
        call.Telemetry?.Route(route.Host, route.Region);
        RefuseForeignRegion(call, route);
        Identity identity = await _identity.GetAsync(cancellationToken).ConfigureAwait(false);

        // Up to here things happen once a call, from here on once an attempt.
        int mostAttempts = call.MaxAttempts ?? _options.MaxAttempts;
        long start = call.Started ?? _options.TimeProvider.GetTimestamp();
        var attempt = new AttemptFacts(Guid.NewGuid().ToString(), 1, start, MayRenewCredentials: mostAttempts > 1);
        int toReturn = RetryPolicy.SuccessReturn;
        int staleConnections = 0;
        while (true)
        {
            BedrockException failure;
            try
            {
                OpenAnswer answer = await AttemptAsync(call, route, identity, attempt, read, cancellationToken).ConfigureAwait(false);
                Retry.Bucket.Return(toReturn);
                return answer;
            }
            catch (BedrockException e)
            {
                e.AddContext(call.Operation, call.ModelId, null, attempt.Number, null);
                ReportThrottling(call, e);
                failure = e;
            }

            if (failure.RetryHint == RetryHint.StaleConnection && mostAttempts > 1 && staleConnections++ < MostStaleConnections)
            {
                // The server has seen nothing: not an attempt. The pool gives another connection, or makes one.
                Log.StaleConnection(_logger, call.Operation, Shown(call), route.Host);
                continue;
            }

            RetryDecision decision = Decide(call, attempt, failure);
            call.Telemetry?.AttemptFailed(failure, attempt.Number, decision.Delay);
            toReturn = decision.Cost;
            await Task.Delay(decision.Delay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            ObjectDisposedException.ThrowIf(_disposed, typeof(BedrockClient));
            attempt = attempt with
            {
                Number = attempt.Number + 1,
                MayRenewCredentials = attempt.MayRenewCredentials && failure.RetryHint != RetryHint.RejectedCredentials,
            };
        }
    }

    public void Dispose()
    {
        _disposed = true;
        Pool.Release();
    }

    /// <summary>Says how to go on after a failed attempt, or throws the failure.</summary>
    private RetryDecision Decide(ApiCall call, in AttemptFacts attempt, BedrockException failure)
    {
        TimeSpan? left = call.OverallTimeout is { } overall ? overall - _options.TimeProvider.GetElapsedTime(attempt.Start) : null;
        RetryDecision decision = Retry.Decide(failure, attempt.Number, left, call.MaxAttempts);
        if (decision.IsAgain)
        {
            Log.Retrying(_logger, call.Operation, Shown(call), attempt.Number, failure.GetType().Name, decision.Delay);
            return decision;
        }

        if (decision.IsOutOfTokens)
        {
            Log.OutOfRetryTokens(_logger, call.Operation, Shown(call), attempt.Number);
        }

        call.Telemetry?.AttemptFailed(failure, attempt.Number, delay: null);
        Log.CallFailed(_logger, call.Operation, Shown(call), attempt.Number, failure.GetType().Name, failure.RequestId);
        ExceptionDispatchInfo.Throw(failure);
        return default;
    }

    /// <summary>Begins the span and the measurements of a call; to be asked for only when <see cref="Instruments.AreWanted"/>.</summary>
    public CallTelemetry StartTelemetry(ApiCall call, ModelModalities output, bool isStreaming) => CallTelemetry.Start(
        new CallSubject(CallSubject.NameOf(call.Operation, output, call.ModelId, call.Body.Bytes.Span), call.Operation, Shown(call), call.OutputLimit is { IsUnset: false, Tokens: > 0 } limit ? limit.Tokens : null, call.Path, call.Headers, id => _options.HideAccountIds ? AccountIds.Hide(id) : id),
        call.Body.Bytes.Span,
        isStreaming,
        _options.TimeProvider,
        _logger);

    private async Task<Route> ResolveRouteAsync(AwsService service)
    {
        Route route = await Route.ResolveAsync(_options, service).ConfigureAwait(false);
        Log.RouteResolved(_logger, service.ServiceId, route.Host, route.Region);
        return route;
    }

    /// <summary>The model id as it may be logged.</summary>
    private string? Shown(ApiCall call) => _options.HideAccountIds ? AccountIds.Hide(call.ModelId) : call.ModelId;

    private static void RefuseForeignRegion(ApiCall call, Route route)
    {
        if (call.ModelId is { } id
            && id.StartsWith("arn:", StringComparison.Ordinal)
            && ModelId.TryParse(id, null, out ModelId arn)
            && arn.Region is { } region
            && region != route.Region)
        {
            throw new ArgumentException($"The model's ARN belongs to {region}, but the client calls {route.Region}: use a client for {region}, or an ARN of {route.Region}.", "model");
        }
    }
}
