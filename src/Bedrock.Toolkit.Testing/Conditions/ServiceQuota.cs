using System.Runtime.CompilerServices;
using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing.Cassettes;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Conditions;

/// <summary>A quota by the minute as the service keeps it: full at first, refilled evenly. Thread-safe.</summary>
internal sealed class ServiceQuota
{
    private const int AssumedMaxTokens = 4_096;

    // The names of the limit of written tokens, wherever in the body they stand.
    private static readonly string[] LimitNames =
        ["max_tokens", "maxTokens", "max_completion_tokens", "maxTokenCount", "max_gen_len", "max_new_tokens", "max_tokens_to_sample"];

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly double _tokensPerMinute;
    private readonly double _requestsPerMinute;
    private double _tokens;
    private double _requests;
    private long _last;

    public ServiceQuota(long? tokensPerMinute, long? requestsPerMinute, TimeProvider time)
    {
        _time = time;
        _tokensPerMinute = _tokens = tokensPerMinute ?? double.PositiveInfinity;
        _requestsPerMinute = _requests = requestsPerMinute ?? double.PositiveInfinity;
        _last = time.GetTimestamp();
    }

    /// <summary>Takes what a call may use.</summary>
    /// <exception cref="ServiceFailure">It does not fit.</exception>
    public QuotaReservation Reserve(ReadOnlyMemory<byte> body, string modelId)
    {
        double weight = ModelId.TryParse(modelId, null, out ModelId id) ? ModelRules.For(id).OutputWeight : 1;
        (int input, int output) = Count(body);
        double amount = input + (output * weight);
        lock (_lock)
        {
            Refill();
            if (_requests < 1)
            {
                throw new ServiceFailure(429, "ThrottlingException", "Too many requests, please wait before trying again.");
            }

            if (amount > _tokens)
            {
                throw new ServiceFailure(429, "ThrottlingException", "Too many tokens, please wait before trying again.");
            }

            _requests--;
            _tokens -= amount;
        }

        return new QuotaReservation(this, amount, input, weight);
    }

    public void GiveBack(double amount)
    {
        lock (_lock)
        {
            Refill();
            _tokens = Math.Min(_tokensPerMinute, _tokens + amount);
        }
    }

    private void Refill()
    {
        long now = _time.GetTimestamp();
        double minutes = _time.GetElapsedTime(_last, now).TotalMinutes;
        if (minutes > 0)
        {
            _last = now;
            _tokens = Math.Min(_tokensPerMinute, _tokens + (_tokensPerMinute * minutes));
            _requests = Math.Min(_requestsPerMinute, _requests + (_requestsPerMinute * minutes));
        }
    }

    private static (int Input, int Output) Count(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return (SimulatedText.Tokens(document.RootElement), Limit(document.RootElement) ?? AssumedMaxTokens);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The service will refuse it for that.
            return (0, 0);
        }
    }

    private static int? Limit(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (LimitNames.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out int limit))
            {
                return limit;
            }

            if (member.Name is "inferenceConfig" or "textGenerationConfig" && Limit(member.Value) is { } below)
            {
                return below;
            }
        }

        return null;
    }
}

/// <summary>What one call took from a quota. Thread-safe.</summary>
internal sealed class QuotaReservation(ServiceQuota quota, double amount, int input, double weight)
{
    private int _isSettled;

    /// <summary>Gives back what an answer does not use, as soon as that is known.</summary>
    public void Watch(Answer answer)
    {
        if (answer.StatusCode >= 400 || !answer.HasHead)
        {
            Settle(null, isRefused: true);
        }
        else if (answer.Frames is { } frames)
        {
            answer.Frames = WatchAsync(frames);
        }
        else
        {
            Settle(AnswerTokens.Header(answer, AnswerTokens.OutputHeader) ?? AnswerTokens.Of(answer.Body).Output, isRefused: false);
        }
    }

    /// <summary>Ends the reservation; only the first time counts.</summary>
    /// <param name="output">The tokens that were written; all that were reserved when null.</param>
    /// <param name="isRefused">Whether the call costs nothing.</param>
    public void Settle(int? output, bool isRefused)
    {
        if (Interlocked.Exchange(ref _isSettled, 1) == 0)
        {
            quota.GiveBack(isRefused ? amount : output is { } written ? amount - input - (written * weight) : 0);
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> WatchAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> frames,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int? output = null;
        var splitter = new FrameSplitter();
        try
        {
            await foreach (ReadOnlyMemory<byte> frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                foreach (EpisodeEvent streamEvent in splitter.Add(frame.Span, TimeSpan.Zero))
                {
                    output = AnswerTokens.Of(streamEvent.Content.ToBytes()).Output ?? output;
                }

                yield return frame;
            }
        }
        finally
        {
            Settle(output, isRefused: false);
        }
    }
}
