namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>A client that counts what its calls use. Thread-safe.</summary>
/// <param name="inner">Makes the calls.</param>
/// <param name="meter">Counts.</param>
internal sealed class MeteredClient(IBedrockClient inner, CallMeter meter) : IBedrockClient
{
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        BedrockCall<TRequest, TResponse> call, InvokeOptions? options = null, CancellationToken cancellationToken = default)
    {
        TResponse response = await inner.CallAsync(call, options, cancellationToken).ConfigureAwait(false);
        TokenUsage? usage = response switch
        {
            BedrockResponse typed => typed.TokenUsage,
            BedrockRawResponse raw => CallMeter.UsageOf(raw.Metadata),
            _ => null,
        };
        switch (call.Operation)
        {
            case "CountTokens":
                break;
            case "ApplyGuardrail":
                meter.Add(VerifyPrices.Guardrail, null);
                break;
            default:
                meter.Add(call.ModelId, usage);
                break;
        }

        return response;
    }

    public BedrockStream<TEvent, TResponse> CallStreamAsync<TRequest, TEvent, TResponse>(
        BedrockStreamingCall<TRequest, TEvent, TResponse> call, InvokeOptions? options = null, CancellationToken cancellationToken = default)
    {
        BedrockStream<TEvent, TResponse> stream = inner.CallStreamAsync(call, options, cancellationToken);
        meter.Watch(call.ModelId, () => stream.Metadata);
        return stream;
    }
}

/// <summary>Sums up what the calls of a check use; one that tells no tokens counts as planned. Thread-safe.</summary>
/// <param name="planned">What was planned.</param>
internal sealed class CallMeter(IReadOnlyList<PlannedCalls> planned)
{
    private readonly Lock _lock = new();
    private readonly List<(ModelId? Model, Func<BedrockResponseMetadata?> Metadata)> _streams = [];
    private CallUse _use;

    /// <summary>What was used so far; streams count with what they have told by now.</summary>
    public CallUse Use
    {
        get
        {
            lock (_lock)
            {
                CallUse use = _use;
                foreach ((ModelId? model, Func<BedrockResponseMetadata?> metadata) in _streams)
                {
                    use += metadata() is { } told ? UseOf(model, UsageOf(told), false) : default;
                }

                return use;
            }
        }
    }

    public static TokenUsage? UsageOf(BedrockResponseMetadata metadata) => metadata is { InputTokens: null, OutputTokens: null } ? null : new TokenUsage
    {
        InputTokens = metadata.InputTokens,
        OutputTokens = metadata.OutputTokens,
        CacheReadInputTokens = metadata.CacheReadInputTokens,
        CacheWriteInputTokens = metadata.CacheWriteInputTokens,
    };

    /// <summary>Counts a call that was answered.</summary>
    public void Add(ModelId? model, TokenUsage? usage, bool isBatch = false)
    {
        lock (_lock)
        {
            _use += UseOf(model, usage, isBatch);
        }
    }

    /// <summary>Counts a stream, when it has told what it used.</summary>
    public void Watch(ModelId? model, Func<BedrockResponseMetadata?> metadata)
    {
        lock (_lock)
        {
            _streams.Add((model, metadata));
        }
    }

    private CallUse UseOf(ModelId? model, TokenUsage? usage, bool isBatch) => new(
        1,
        (usage?.InputTokens ?? 0) + (usage?.CacheReadInputTokens ?? 0) + (usage?.CacheWriteInputTokens ?? 0),
        usage?.OutputTokens ?? 0,
        usage is null && planned.FirstOrDefault(calls => calls.Model == model) is { } most ? VerifyPrices.BoundOf(most with { Count = 1 })
            : model is { } called ? VerifyPrices.CostOf(called, usage, isBatch) : VerifyPrices.Unknown);
}
