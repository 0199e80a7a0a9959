using System.Diagnostics;
using System.Net;
using Amazon.Runtime;
using Bedrock.Toolkit.Costs;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit;

/// <summary>How a <see cref="BedrockClient"/> reaches Bedrock. Not thread-safe; a client takes a copy when it is made.</summary>
/// <remarks>
/// Bound from the configuration section <c>Bedrock</c> by <c>services.AddBedrock(section)</c>. Everything left out comes from the normal AWS
/// chain: environment, profile, container, instance.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class BedrockClientOptions
{
    /// <summary>The AWS Region to call, and to sign for.</summary>
    /// <value>
    /// Such as <c>us-east-1</c>. When null or blank: the one of <see cref="Profile"/>, then <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>, the profile of the
    /// environment, the instance. There is no silent default Region.
    /// </value>
    public string? Region { get; set; }

    /// <summary>The profile of the shared AWS files to take credentials and Region from.</summary>
    /// <value>When null or blank, the normal chain decides. Its Region wins over the environment's. Excludes <see cref="Credentials"/> and
    /// <see cref="ApiKey"/>.</value>
    public string? Profile { get; set; }

    /// <summary>A Bedrock API key, sent as a bearer token instead of a signature.</summary>
    /// <value>When null, <c>AWS_BEARER_TOKEN_BEDROCK</c> unless <see cref="Credentials"/> or <see cref="Profile"/> is set. Blank counts as null.</value>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>The credentials to sign with; asked again for every attempt.</summary>
    /// <value>When null, the normal AWS chain. Excludes <see cref="ApiKey"/> and <see cref="Profile"/>.</value>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public AWSCredentials? Credentials { get; set; }

    /// <summary>Another address than the Region's: a VPC endpoint, a gateway, a local server. May have a path.</summary>
    /// <value>
    /// An absolute http or https address without query; when null, from <c>AWS_ENDPOINT_URL_BEDROCK_RUNTIME</c>, <c>AWS_ENDPOINT_URL</c> or the
    /// profile, else made from the Region. Excludes <see cref="UseFips"/> and <see cref="UseDualStack"/>.
    /// </value>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri? ServiceUrl { get; set; }

    /// <summary>Calls the FIPS endpoint of the Region.</summary>
    /// <value>False by default; <c>AWS_USE_FIPS_ENDPOINT</c> and <c>use_fips_endpoint</c> of the profile count too.</value>
    public bool UseFips { get; set; }

    /// <summary>Calls the dual-stack (IPv4 and IPv6) endpoint of the Region.</summary>
    /// <value>False by default; <c>AWS_USE_DUALSTACK_ENDPOINT</c> and <c>use_dualstack_endpoint</c> of the profile count too.</value>
    public bool UseDualStack { get; set; }

    /// <summary>Permits an API key over plain http to a loopback address, for local servers. Over any other plain http address a key is always
    /// refused.</summary>
    /// <value>False by default.</value>
    public bool AllowApiKeyOverHttpLoopback { get; set; }

    /// <summary>How many HTTP requests a call may make.</summary>
    /// <value>1 to 20; 3 by default; 1 switches retries off.</value>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>How many HTTP requests a call may make when the model is being loaded (<c>ModelNotReadyException</c>), with longer delays than usual.</summary>
    /// <value>1 to 20; 5 by default. Without effect below <see cref="MaxAttempts"/>, and when that is 1.</value>
    public int ModelNotReadyAttempts { get; set; } = 5;

    /// <summary>The shortest delay before a call that was throttled is repeated. Token quotas count by the minute, so a batch job gains by waiting
    /// longer.</summary>
    /// <value>Zero (AWS's own delays of at most 20 seconds) by default; at most 10 minutes.</value>
    public TimeSpan ThrottlingDelayFloor { get; set; }

    /// <summary>Leaves the time of signatures to this machine's clock alone, also when the service's clock differs.</summary>
    /// <value>False by default; <c>AWS_DISABLE_CLOCK_SKEW_CORRECTION</c> and <c>disable_clock_skew_correction</c> of the profile count too.</value>
    public bool DisableClockSkewCorrection { get; set; }

    /// <summary>How long making a connection may take.</summary>
    /// <value>Positive; 10 seconds by default. Without effect on a client over your own <see cref="HttpClient"/>.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many connections the client, and those made from it, may have in use at once; an open stream holds one.</summary>
    /// <value>1 to 100,000; 1,000 by default. Without effect on a client over your own <see cref="HttpClient"/> or handler.</value>
    public int MaxConnections { get; set; } = 1000;

    /// <summary>How long a call may wait for a connection when all <see cref="MaxConnections"/> are in use.</summary>
    /// <value>Positive; 1 minute by default.</value>
    public TimeSpan ConnectionWaitTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an attempt may take from sending to the response headers.</summary>
    /// <value>Positive; 1 hour by default, because an answer of a large model that is not streamed may take that long.</value>
    public TimeSpan FirstByteTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long an answer may be silent between two reads, for streams and whole answers alike.</summary>
    /// <value>Positive; 5 minutes by default, because models fall silent while they think or write tool arguments.</value>
    public TimeSpan StreamIdleTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a call may take in all, with every attempt; for a stream, until its last event.</summary>
    /// <value>Positive; null (no limit) by default.</value>
    public TimeSpan? OverallTimeout { get; set; }

    /// <summary>The clock for signatures, time limits and delays.</summary>
    /// <value><see cref="TimeProvider.System"/> by default.</value>
    [JsonIgnore]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Lets calls start at the pace of the account's token quotas.</summary>
    /// <value>Null (off) by default. One governor may serve several clients; nobody disposes it.</value>
    [JsonIgnore]
    public TokenGovernor? TokenGovernor { get; set; }

    /// <summary>Says what the calls cost, for spans and the metric <c>bedrock.client.cost</c>.</summary>
    /// <value>Null (no costs) by default: Bedrock tells no prices. <see cref="SpendBudget"/> has prices of its own.</value>
    [JsonIgnore]
    public PriceTable? Prices { get; set; }

    /// <summary>What tenants may spend.</summary>
    /// <value>Null (off) by default. One budget may serve several clients; nobody disposes it.</value>
    [JsonIgnore]
    public SpendBudget? SpendBudget { get; set; }

    /// <summary>Makes the innermost HTTP handler; the client disposes what it makes.</summary>
    /// <value>
    /// When null, a <see cref="SocketsHttpHandler"/> with keep-alive and pool limits that suit Bedrock. On one that you make, redirects are
    /// switched off. Excluded by a client over your own <see cref="HttpClient"/>.
    /// </value>
    [JsonIgnore]
    public Func<HttpMessageHandler>? HandlerFactory { get; set; }

    /// <summary>The proxy between the client and AWS.</summary>
    /// <value>When null, the one of <c>HTTPS_PROXY</c> and <c>NO_PROXY</c>, if any. Excluded by <see cref="HandlerFactory"/> and by your own
    /// <see cref="HttpClient"/>.</value>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IWebProxy? Proxy { get; set; }

    /// <summary>Who spends it: keys and values for the invocation log that go with every InvokeModel and Converse call, such as a tenant's name.</summary>
    /// <value>As <see cref="InvokeOptions.RequestMetadata"/>, whose values win; empty by default.</value>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> RequestMetadata { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the client logs: operation, model id, status, sizes and times; never prompts, answers or credentials.</summary>
    /// <value>Null (no logging) by default; a client from the service provider takes the host's.</value>
    [JsonIgnore]
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Logs the ARNs of models without their account number.</summary>
    /// <value>False by default.</value>
    public bool HideAccountIds { get; set; }

    /// <summary>Options for calls that somebody waits for: a web request, a chat.</summary>
    /// <remarks>
    /// Two attempts; 5 seconds for a connection, 60 for the first byte, 60 of silence, 2 minutes in all: a proxy or browser in front has given up by then.
    /// Stream long answers: the limits of silence and of the first byte then count between events.
    /// </remarks>
    /// <returns>New options, to be changed at will.</returns>
    public static BedrockClientOptions ForWebRequest() => new()
    {
        MaxAttempts = 2,
        ModelNotReadyAttempts = 2,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        FirstByteTimeout = TimeSpan.FromSeconds(60),
        StreamIdleTimeout = TimeSpan.FromSeconds(60),
        OverallTimeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>Options for jobs that nobody waits for and that must come through: a batch, a queue.</summary>
    /// <remarks>
    /// Ten attempts; after throttling at least 15 seconds of waiting, because token quotas count by the minute; an hour for the first byte, 10 minutes
    /// of silence, no limit in all.
    /// </remarks>
    /// <returns>New options, to be changed at will.</returns>
    public static BedrockClientOptions ForBatchJob() => new()
    {
        MaxAttempts = 10,
        ModelNotReadyAttempts = 10,
        ThrottlingDelayFloor = TimeSpan.FromSeconds(15),
        ConnectTimeout = TimeSpan.FromSeconds(30),
        StreamIdleTimeout = TimeSpan.FromMinutes(10),
    };

    /// <summary>A text without any secret.</summary>
    /// <returns>Region, address and which kind of credentials is set.</returns>
    public override string ToString()
    {
        string url = ServiceUrl switch
        {
            null => "(from Region)",
            { IsAbsoluteUri: true } => ServiceUrl.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped),
            _ => "(not absolute)",
        };
        string credentials = this switch
        {
            { Credentials: not null } => "(given)",
            { ApiKey: not null } => "(API key)",
            { Profile: not null } => "(profile)",
            _ => "(chain)",
        };
        return $"Region={Region ?? "(chain)"}, ServiceUrl={url}, Credentials={credentials}";
    }

    /// <summary>Gives the random factor (0 to 1) of the delays, for a run that can be repeated; chance when null.</summary>
    internal Func<double>? Jitter { get; set; }

    /// <summary>A copy in which blank text counts as not set.</summary>
    internal BedrockClientOptions Copy()
    {
        var copy = (BedrockClientOptions)MemberwiseClone();
        copy.Region = string.IsNullOrWhiteSpace(Region) ? null : Region;
        copy.Profile = string.IsNullOrWhiteSpace(Profile) ? null : Profile;
        copy.ApiKey = string.IsNullOrWhiteSpace(ApiKey) ? null : ApiKey;
        copy.RequestMetadata = new Dictionary<string, string>(RequestMetadata, StringComparer.Ordinal);
        return copy;
    }
}
