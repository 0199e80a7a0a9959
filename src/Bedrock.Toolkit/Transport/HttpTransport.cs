using Amazon.Runtime;
using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bedrock.Toolkit.Transport;

/// <summary>Sends calls: endpoint, identity, signature, attempts, time limits, error answers. Thread safe; knows no model family.</summary>
internal sealed partial class HttpTransport : IDisposable
{
    private const string EndpointPrefix = "bedrock-runtime";
    private const string SigningName = "bedrock";

    private readonly BedrockClientOptions _options;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly ILogger _logger;
    private readonly AsyncOnce<Route> _route;
    private readonly AsyncOnce<Identity> _identity;
    private volatile bool _disposed;

    /// <param name="options">Valid options that nobody else changes.</param>
    /// <param name="http">The caller's HTTP client, or null for one of our own.</param>
    public HttpTransport(BedrockClientOptions options, HttpClient? http)
    {
        _options = options;
        _ownsHttp = http is null;
        _http = http ?? HttpHandlers.CreateClient(options);
        _logger = options.LoggerFactory?.CreateLogger("Bedrock.Toolkit") ?? NullLogger.Instance;
        _route = new AsyncOnce<Route>(() => Route.ResolveAsync(options, EndpointPrefix, SigningName));
        _identity = new AsyncOnce<Identity>(() => AwsChain.ResolveIdentityAsync(options));
    }

    public BedrockClientOptions Options => _options;

    /// <summary>Makes attempts until one succeeds, one fails for good, or no more are allowed.</summary>
    private async Task<OpenAnswer> SendAttemptsAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(BedrockClient));
        cancellationToken.ThrowIfCancellationRequested();
        Route route = await _route.GetAsync(cancellationToken).ConfigureAwait(false);
        Identity identity = await _identity.GetAsync(cancellationToken).ConfigureAwait(false);
        string invocationId = Guid.NewGuid().ToString();
        long start = call.Started ?? _options.TimeProvider.GetTimestamp();
        for (int attempt = 1; ; attempt++)
        {
            BedrockException failure;
            try
            {
                return await AttemptAsync(call, route, identity, invocationId, attempt, start, cancellationToken).ConfigureAwait(false);
            }
            catch (BedrockException e)
            {
                e.AddContext(call.Operation, call.ModelId, null, attempt, null);
                ReportThrottling(call, e);
                failure = e;
            }

            if (attempt >= _options.MaxAttempts || !RetryPolicy.IsRetryable(failure))
            {
                Log.CallFailed(_logger, call.Operation, call.ModelId, attempt, failure.GetType().Name, failure.RequestId);
                throw failure;
            }

            TimeSpan delay = RetryPolicy.Delay(failure, attempt);
            if (call.OverallTimeout is { } overall && _options.TimeProvider.GetElapsedTime(start) + delay >= overall)
            {
                throw failure;
            }

            Log.Retrying(_logger, call.Operation, call.ModelId, attempt, failure.GetType().Name, delay);
            await Task.Delay(delay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    private async Task<OpenAnswer> AttemptAsync(
        ApiCall call, Route route, Identity identity, string invocationId, int attempt, long start, CancellationToken cancellationToken)
    {
        var clock = new CallClock(_options.TimeProvider, call.OverallTimeout, start, _options.ConnectTimeout, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            clock.Arm(BedrockTimeoutKind.FirstByte, call.FirstByteTimeout);
            using HttpRequestMessage request = CreateRequest(call, route);
            Uri sent = request.RequestUri!;
            request.Headers.TryAddWithoutValidation("amz-sdk-invocation-id", invocationId);
            request.Headers.TryAddWithoutValidation("amz-sdk-request", $"attempt={attempt}; max={_options.MaxAttempts}");
            await AuthenticateAsync(request, call, route, identity, clock.Token).ConfigureAwait(false);
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, clock.Token).ConfigureAwait(false);
            clock.Disarm();
            if (response.IsSuccessStatusCode)
            {
                RefuseForeignAnswer(response, sent, call);
                var answer = new OpenAnswer(response, clock, call, route.Region, attempt);
                response = null;
                clock = null;
                Log.Answered(_logger, call.Operation, call.ModelId, answer.Metadata.StatusCode, attempt, call.Body.Bytes.Length, answer.Metadata.RequestId);
                return answer;
            }

            throw await ErrorAnswer.ReadAsync(response, call, clock, route.Region, attempt, _options.TimeProvider.GetUtcNow()).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_disposed && !clock!.Token.IsCancellationRequested)
        {
            // Disposing our own HTTP client cancels what it sends.
            throw new ObjectDisposedException(typeof(BedrockClient).FullName, "The client was disposed during the call.");
        }
        catch (OperationCanceledException e)
        {
            throw clock!.Explain(e);
        }
        catch (HttpRequestException e)
        {
            throw HttpHandlers.ToException(e, route.BaseUrl);
        }
        catch (IOException e)
        {
            throw HttpHandlers.ToException(e, route.BaseUrl);
        }
        finally
        {
            response?.Dispose();
            clock?.Dispose();
        }
    }

    private static HttpRequestMessage CreateRequest(ApiCall call, Route route)
    {
        string query = string.IsNullOrEmpty(call.Query) ? string.Empty : "?" + call.Query;
        var request = new HttpRequestMessage(call.Method, new Uri(route.BaseUrl + call.Path + query));
        if (call.Body.Bytes.Length > 0 || call.Method == HttpMethod.Post || call.Method == HttpMethod.Put)
        {
            request.Content = call.Body.ToContent();
            if (call.ContentType is { } contentType)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        foreach ((string name, string value) in call.Headers)
        {
            // .NET keeps the headers that describe a body apart and refuses them among the others.
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        request.Headers.TryAddWithoutValidation("User-Agent", LibraryVersion.UserAgent);
        return request;
    }

    private async Task AuthenticateAsync(HttpRequestMessage request, ApiCall call, Route route, Identity identity, CancellationToken cancellationToken)
    {
        if (identity.ApiKey is { } apiKey)
        {
            RefuseKeyInTheClear(request.RequestUri!);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + apiKey);
            return;
        }

        ImmutableCredentials? credentials;
        try
        {
            // Asked for again on every attempt: the provider caches, and hands out new ones before the old expire.
            credentials = await identity.Credentials!.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new BedrockAuthenticationException("The credentials provider failed: " + e.GetType().Name + ".", e);
        }

        if (credentials is null)
        {
            throw new BedrockAuthenticationException("The credentials provider gave no credentials.");
        }

        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        route.Signer.Apply(request, credentials, call.Body.Bytes.Span, now);
    }

    private void RefuseKeyInTheClear(Uri uri)
    {
        bool allowed = uri.Scheme == Uri.UriSchemeHttps || (uri.IsLoopback && _options.AllowApiKeyOverHttpLoopback);
        if (!allowed)
        {
            throw new BedrockAuthenticationException(
                "An API key is refused over plain http: use https, or for a loopback address set BedrockClientOptions.AllowApiKeyOverHttpLoopback.");
        }
    }

    private static void RefuseForeignAnswer(HttpResponseMessage response, Uri sent, ApiCall call)
    {
        // HttpClient writes the address of a followed redirect into the very request object, so it is compared with what was sent.
        if (response.RequestMessage?.RequestUri is { } answered && answered != sent)
        {
            throw new BedrockProtocolException(
                "A redirect was followed: set AllowAutoRedirect = false on the handler of the HttpClient, because a redirect carries credentials to another address.");
        }

        if (response.Content.Headers.ContentEncoding.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw new BedrockProtocolException($"The answer of {call.Operation} has the content encoding {string.Join(", ", response.Content.Headers.ContentEncoding)}, which was not asked for.");
        }
    }
}
