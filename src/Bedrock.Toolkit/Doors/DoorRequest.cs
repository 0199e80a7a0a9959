using System.Net.Http.Headers;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Doors;

/// <summary>A request of a vendor's client, made into a call at the right door. Immutable.</summary>
internal sealed class DoorRequest
{
    private const string OpenAIPath = "/openai/v1";
    private const string ChatTail = "chat/completions";
    private const string ResponsesTail = "responses";
    private const string MessagesTail = "messages";
    private const string GuardrailHeader = "X-Amzn-Bedrock-Guardrail";

    // Those that say who calls, in the words of the vendors, and what the client says of itself.
    private static readonly SearchValues<string> Replaced =
        SearchValues.Create(["x-api-key", "api-key", "user-agent", "accept"], StringComparison.OrdinalIgnoreCase);

    private DoorRequest(BedrockHost host, bool isStreaming, BedrockRawRequest raw, InvokeOptions options)
    {
        Host = host;
        IsStreaming = isStreaming;
        Raw = raw;
        Options = options;
    }

    public BedrockHost Host { get; }

    public bool IsStreaming { get; }

    public BedrockRawRequest Raw { get; }

    public InvokeOptions Options { get; }

    /// <summary>Makes the call.</summary>
    /// <param name="request">What the vendor's client sends.</param>
    /// <param name="wanted">The host; the model's own when null.</param>
    /// <param name="settings">Settings of every call; null for none.</param>
    /// <param name="ofClient">Request metadata of every call.</param>
    /// <param name="cancellationToken">Cancels reading the body.</param>
    /// <exception cref="ArgumentException">A setting has no place at the door; the message names it.</exception>
    public static async Task<DoorRequest> ReadAsync(HttpRequestMessage request, BedrockHost? wanted, InvokeOptions? settings,
        IDictionary<string, string> ofClient, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        byte[] body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        string tail = TailOf(uri.AbsolutePath);
        DoorBody read = DoorBody.Read(body);
        BedrockShape? shape = request.Method != HttpMethod.Post ? null : tail switch
        {
            ChatTail => BedrockShape.ChatCompletions,
            ResponsesTail => BedrockShape.Responses,
            MessagesTail => BedrockShape.Messages,
            _ => null,
        };
        BedrockDoor? door = shape is { } asked && read.Model is { } model ? DoorOf(new ModelId(model), asked, wanted) : null;
        BedrockHost host = door?.Host ?? wanted ?? (tail.StartsWith(ResponsesTail, StringComparison.Ordinal)
            || tail.StartsWith(MessagesTail, StringComparison.Ordinal) ? BedrockHost.Runtime : BedrockHost.Mantle);
        var options = new InvokeOptions();
        Settle(options, settings, host == BedrockHost.Runtime && door is not null ? ofClient : new Dictionary<string, string>());
        TakeHeaders(options, request.Headers);
        CheckGuardrail(options, host, door);
        string? tier = host == BedrockHost.Mantle ? Move(options) : null;
        var raw = new BedrockRawRequest
        {
            Operation = OperationOf(shape, tail),
            Method = request.Method,
            Path = door?.Path ?? $"{BaseOf(tail, host)}/{tail}",
            Query = uri.Query is ['?', .. var query] ? query : null,
            Body = door is null ? body : read.Rewrite(body, door.Id, shape == BedrockShape.Responses && !read.HasStore, read.HasTier ? null : tier),
            ContentType = request.Content?.Headers.ContentType?.ToString() ?? "application/json",
            Accept = read.IsStreaming ? StreamingCall.EventTextType : "application/json",
            ModelId = door is null ? default(ModelId?) : new ModelId(door.Id),
        };
        return new DoorRequest(host, read.IsStreaming && door is not null, raw, options);
    }

    /// <summary>The call that is answered as a whole.</summary>
    public BedrockCall<BedrockRawRequest, BedrockRawResponse> ToCall()
    {
        BedrockCall<BedrockRawRequest, BedrockRawResponse> call = Raw.ToCall();
        return new BedrockCall<BedrockRawRequest, BedrockRawResponse>
        {
            Operation = call.Operation,
            Method = call.Method,
            Path = call.Path,
            Query = call.Query,
            ModelId = call.ModelId,
            Request = call.Request,
            ReadBytes = call.ReadBytes,
            ContentType = call.ContentType,
            Accept = call.Accept,
            HasHeaderOptions = true,
            ResponseTypeInfo = null!,
            ReadAnswer = answer =>
            {
                UnaryAnswer.ThrowIfUnknownOperation(answer);
                return call.ReadAnswer!(answer);
            },
            ReadUsage = static answer =>
            {
                var usage = new DoorUsage();
                DoorEvent.Read(answer.Body.WrittenSpan, usage);
                BedrockInvocationMetrics counts = usage.ToMetrics();
                return TokenUsage.From(
                    new TokenUsage
                    {
                        InputTokens = counts.InputTokenCount,
                        OutputTokens = counts.OutputTokenCount,
                        CacheReadInputTokens = counts.CacheReadInputTokenCount,
                        CacheWriteInputTokens = counts.CacheWriteInputTokenCount,
                    },
                    answer.Metadata);
            },
        };
    }

    /// <summary>The call that is answered by server-sent events.</summary>
    public BedrockStreamingCall<BedrockRawRequest, ReadOnlyMemory<byte>, object> ToStreamingCall() =>
        Raw.ToByteCall(static () => new ServerSentEvents(), StreamingCall.EventTextType);

    private static BedrockDoor DoorOf(ModelId model, BedrockShape shape, BedrockHost? wanted)
    {
        BedrockDoor door = BedrockDoor.For(model, shape);
        return wanted is { } host && host != door.Host ? door.On(host) : door;
    }

    // What follows /v1/; the whole path where a client has no version in its address.
    private static string TailOf(string path)
    {
        const string Version = "/v1/";
        int at = path.LastIndexOf(Version, StringComparison.Ordinal);
        return at >= 0 ? path[(at + Version.Length)..] : path.TrimStart('/');
    }

    private static string BaseOf(string tail, BedrockHost host) =>
        tail.StartsWith(MessagesTail, StringComparison.Ordinal) ? "/anthropic/v1"
        : host == BedrockHost.Runtime || tail.StartsWith(ResponsesTail, StringComparison.Ordinal) ? OpenAIPath
        : "/v1";

    private static string OperationOf(BedrockShape? shape, string tail) => shape switch
    {
        BedrockShape.ChatCompletions => ApiCall.ChatOperation,
        BedrockShape.Responses => ApiCall.ResponsesOperation,
        BedrockShape.Messages => ApiCall.MessagesOperation,
        _ => "OpenAI/" + tail.Split('/')[0],
    };

    private static void Settle(InvokeOptions options, InvokeOptions? settings, IDictionary<string, string> metadata)
    {
        foreach ((string key, string value) in metadata)
        {
            options.RequestMetadata[key] = value;
        }

        if (settings is null)
        {
            return;
        }

        options.GuardrailId = settings.GuardrailId;
        options.GuardrailVersion = settings.GuardrailVersion;
        options.GuardrailTrace = settings.GuardrailTrace;
        options.PerformanceLatency = settings.PerformanceLatency;
        options.ServiceTier = settings.ServiceTier;
        options.MaxAttempts = settings.MaxAttempts;
        options.FirstByteTimeout = settings.FirstByteTimeout;
        options.StreamIdleTimeout = settings.StreamIdleTimeout;
        options.OverallTimeout = settings.OverallTimeout;
        options.IsMeasuredOutside = settings.IsMeasuredOutside;
        foreach ((string key, string value) in settings.RequestMetadata)
        {
            options.RequestMetadata[key] = value;
        }

        foreach ((string name, string value) in settings.Headers)
        {
            options.Headers[name] = value;
        }
    }

    private static void TakeHeaders(InvokeOptions options, HttpRequestHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            if (!InvokeHeaders.IsReserved(name) && !Replaced.Contains(name))
            {
                options.Headers[name] = values.ToString();
            }
        }
    }

    private static void CheckGuardrail(InvokeOptions options, BedrockHost host, BedrockDoor? door)
    {
        bool isGuarded = options.GuardrailId is not null
            || options.Headers.Keys.Any(static name => name.StartsWith(GuardrailHeader, StringComparison.OrdinalIgnoreCase));
        if (isGuarded && (host == BedrockHost.Mantle || door is { TakesGuardrailHeaders: false }))
        {
            string where = host == BedrockHost.Mantle ? "on bedrock-mantle" : "by Responses";
            throw new ArgumentException(
                $"GuardrailId has no effect {where}: the service ignores the headers without a word. Take Chat Completions or Messages on bedrock-runtime, or "
                + "call ApplyGuardrailAsync for the question and the answer.", nameof(options));
        }
    }

    /// <summary>On mantle the tier stands in the body, and the other settings have no place.</summary>
    private static string? Move(InvokeOptions options)
    {
        string? tier = options.ServiceTier?.Value;
        options.ServiceTier = null;
        if (InvokeHeaders.FirstModelSetting(options) is { } setting)
        {
            throw new ArgumentException($"InvokeOptions.{setting} has no place on bedrock-mantle: leave it out, or take bedrock-runtime.", nameof(options));
        }

        return tier;
    }
}
