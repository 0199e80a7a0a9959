using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Amazon;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Doors;

/// <summary>Says who calls, for any client that takes an <see cref="HttpClient"/>: signs each request by AWS Signature Version 4, or adds the API key.
/// Thread-safe.</summary>
/// <remarks>
/// Identity, Region, clock and their renewal are those of a <see cref="BedrockClient"/> with the same options. What the client has set itself as
/// <c>Authorization</c> or <c>x-api-key</c> is replaced. Each attempt of the client is signed anew; one that is refused because of an expired token or
/// a wrong clock is sent once more. Only Bedrock's own hosts, those of AgentCore and its gateways, the host of
/// <see cref="BedrockClientOptions.ServiceUrl"/> and loopback addresses are signed for. An API key goes to AgentCore only from
/// <see cref="BedrockClientOptions.ApiKey"/> or <c>AWS_BEARER_TOKEN_BEDROCK_AGENTCORE</c>. <see cref="BedrockDoorHandler"/> does more: door, retries,
/// quotas, telemetry and exceptions.
/// </remarks>
public sealed partial class BedrockSigningHandler : DelegatingHandler
{
    private const int MaxErrorBytes = 64 * 1024;

    private readonly BedrockClientOptions _options;
    private readonly Identity _identity;
    private readonly Identity _coreIdentity;
    private readonly AsyncOnce<string> _region;
    private readonly ClockSkew _skew;
    private readonly ConcurrentDictionary<(string Region, string Service), SigV4Signer> _signers = new();

    /// <summary>Makes a handler whose inner one somebody else sets, such as <c>IHttpClientFactory</c>.</summary>
    /// <param name="options">Identity, Region and clock; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public BedrockSigningHandler(BedrockClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Copy();
        BedrockClientOptionsValidator.ThrowIfInvalid(_options);
        _identity = new Identity(_options, AwsService.BedrockRuntime);
        _coreIdentity = new Identity(_options, AwsService.BedrockAgentCore);
        _region = new AsyncOnce<string>(() => Task.FromResult(AwsChain.ResolveRegion(_options)));
        _skew = new ClockSkew(!_options.DisableClockSkewCorrection && AWSConfigs.CorrectForClockSkew);
    }

    /// <summary>Makes a handler.</summary>
    /// <param name="options">Identity, Region and clock; copied, so that later changes have no effect.</param>
    /// <param name="innerHandler">What sends, such as a <see cref="SocketsHttpHandler"/>.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public BedrockSigningHandler(BedrockClientOptions options, HttpMessageHandler innerHandler)
        : this(options) => InnerHandler = innerHandler ?? throw new ArgumentNullException(nameof(innerHandler));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Uri uri = request.RequestUri is { IsAbsoluteUri: true } absolute ? absolute
            : throw new InvalidOperationException("Only a request with an absolute URI can be signed.");
        (string? region, AwsService service) = ScopeOf(uri);
        Identity identity = service == AwsService.BedrockAgentCore ? _coreIdentity : _identity;
        region ??= await _region.GetAsync(cancellationToken).ConfigureAwait(false);
        byte[] hash = await BodyHash.OfAsync(request.Content, cancellationToken).ConfigureAwait(false);
        request.Headers.Remove("x-api-key");
        SigV4Signer signer = _signers.GetOrAdd((region, service.SigningName), static scope => new SigV4Signer(scope.Region, scope.Service));
        bool isSecond = false;
        while (true)
        {
            Caller caller = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan signedFor = _skew.Current;
            Authenticate(request, signer, caller, hash, signedFor);
            long sentAt = _options.TimeProvider.GetTimestamp();
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            TimeSpan? skew = _skew.Observe(response.Headers, _options.TimeProvider.GetUtcNow(), _options.TimeProvider.GetElapsedTime(sentAt));
            if (isSecond || caller.Credentials is null || (int)response.StatusCode is not (400 or 401 or 403)
                || !await MayEndOtherwiseAsync(response, identity, caller, skew - signedFor, cancellationToken).ConfigureAwait(false))
            {
                return response;
            }

            response.Dispose();
            isSecond = true;
        }
    }

    /// <summary>Not possible: whoever calls is asked for without blocking a thread.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("BedrockSigningHandler blocks no thread: call the asynchronous methods of the client.");

    private void Authenticate(HttpRequestMessage request, SigV4Signer signer, in Caller caller, byte[] hash, TimeSpan skew)
    {
        if (caller.ApiKey is not { } key)
        {
            signer.ApplyHashed(request, caller.Credentials!, hash, _options.TimeProvider.GetUtcNow() + skew);
            return;
        }

        Uri uri = request.RequestUri!;
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.IsLoopback && _options.AllowApiKeyOverHttpLoopback))
        {
            throw new BedrockAuthenticationException(
                "An API key is refused over plain http: use https, or for a loopback address set BedrockClientOptions.AllowApiKeyOverHttpLoopback.");
        }

        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
    }

    /// <summary>Whether another identity or another time may be taken where this one was refused.</summary>
    private static async Task<bool> MayEndOtherwiseAsync(
        HttpResponseMessage response, Identity identity, Caller used, TimeSpan? off, CancellationToken cancellationToken)
    {
        string? header = AnswerHeaders.Text(response.Headers, ErrorAnswer.TypeHeader);
        ReadOnlyMemory<byte> body = default;
        if (header is null && response.Content.Headers.ContentLength is <= MaxErrorBytes)
        {
            body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }

        string? code = ServiceError.Parse((int)response.StatusCode, header, body, retryAfter: null).Code;
        return (off?.Duration() > ClockSkew.Threshold && ClockSkew.IsSkewCode(code))
            || (AttemptSender.IsExpiry(code) && identity.Reject(used)
                && !(await identity.GetAsync(cancellationToken).ConfigureAwait(false)).IsSameAs(used));
    }

    /// <summary>The Region and the service of a host; no Region for hosts that do not show it.</summary>
    private (string? Region, AwsService Service) ScopeOf(Uri uri)
    {
        if (OwnHost().Match(uri.Host) is { Success: true } own)
        {
            AwsService service = own.Groups["mantle"].Success ? AwsService.BedrockMantle
                : own.Groups["core"].Success ? AwsService.BedrockAgentCore : AwsService.BedrockRuntime;
            return (own.Groups["region"].Value, service);
        }

        return uri.IsLoopback || uri.Host.Equals(_options.ServiceUrl?.Host, StringComparison.OrdinalIgnoreCase)
            ? (null, AwsService.BedrockRuntime)
            : throw new BedrockAuthenticationException(
                $"The request goes to {uri.Host}, which is no host of Bedrock: set the base address of the client (BedrockDoor.AddressIn gives it), or for a "
                + "gateway BedrockClientOptions.ServiceUrl.");
    }

    // Also interface endpoints, whose names begin with an id and end with the name of the service, and gateways of AgentCore, whose names begin with theirs.
    [GeneratedRegex(@"\A(?:[a-z0-9-]+\.(?:gateway\.(?=bedrock-agentcore\.))?)?bedrock(?:-runtime|(?<mantle>-mantle)|(?<core>-agentcore))?(?:-fips)?\.(?<region>"
        + @"[a-z]{2,4}(?:-[a-z]+){1,3}-[0-9]{1,2})\.(?:vpce\.)?(?:amazonaws\.com(?:\.cn)?|api\.aws|amazonaws\.eu|api\.amazonwebservices\.(?:com\.cn|eu))\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnHost();
}
