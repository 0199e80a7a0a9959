using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bedrock.Toolkit.Diagnostics;

/// <content>The attributes, with the names of OpenTelemetry's conventions.</content>
internal sealed partial class CallTelemetry
{
    private static bool HasAllNames => AppContext.TryGetSwitch(BedrockTelemetry.AllNamesSwitch, out bool isOn) && isOn;

    private void StartActivity(RequestFacts request, ReadOnlySpan<byte> body)
    {
        _host = _subject.Address?.Host;
        _port = _subject.Address?.Port ?? 0;
        List<KeyValuePair<string, object?>> tags = _isInner ? []
            :
            [
                new("gen_ai.operation.name", _subject.Operation),
                new("gen_ai.provider.name", Provider),
                new("gen_ai.request.model", _subject.Model),
            ];
        if (_host is not null)
        {
            tags.Add(new("server.address", _host));
            tags.Add(new("server.port", _port));
        }

        // Inside a span of another source of the same name it would look as if the model was asked twice.
        string operation = _isInner ? _subject.ApiOperation : _subject.Operation;
        string name = _subject.Model is null ? operation : $"{operation} {_subject.Model}";
        _activity = Instruments.Source.StartActivity(name, ActivityKind.Client, parentContext: default, tags);
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag("rpc.method", _subject.ApiOperation);
        _activity.SetTag("aws.bedrock.guardrail.id", request.GuardrailId);
        foreach ((string key, string value) in request.Metadata)
        {
            _activity.SetTag("bedrock.request_metadata." + key, value);
        }

        if (!_isInner)
        {
            SetRequest(_activity, body);
        }
    }

    private void SetRequest(Activity activity, ReadOnlySpan<byte> body)
    {
        activity.SetTag("gen_ai.request.stream", _isStreaming ? true : null);
        activity.SetTag("gen_ai.request.max_tokens", _subject.MaxTokens);
        activity.SetTag("gen_ai.output.type", (_subject.Output & ModelModalities.Image) != 0 ? "image" : null);
        activity.SetTag("gen_ai.system", HasAllNames ? Provider : null);
        foreach ((string name, object value) in RequestSettings.Read(body).Attributes)
        {
            activity.SetTag(name, value);
        }
    }

    private void StopActivity(Exception? failure, bool isWhole)
    {
        if (_activity is not { } activity)
        {
            return;
        }

        SetAnswer(activity);
        if (!_isInner)
        {
            SetModelAnswer(activity);
            SetTokens(activity);
        }

        if (_isStreaming && failure is null && !isWhole)
        {
            activity.SetTag("bedrock.stream.left_early", true);
        }

        if (failure is not null)
        {
            // No description: messages of the service can repeat a part of the request.
            activity.SetTag("error.type", ErrorType(failure));
            activity.SetTag("aws.request_id", (failure as BedrockException)?.RequestId ?? _metadata?.RequestId);
            activity.SetTag("http.response.status_code", (failure as BedrockServiceException)?.StatusCode is int and > 0
                ? (failure as BedrockServiceException)?.StatusCode : null);
            activity.SetTag("bedrock.attempts", (failure as BedrockException)?.Attempts ?? _metadata?.Attempts);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        Activity? current = Activity.Current;
        try
        {
            activity.Stop();
        }
        finally
        {
            // Stop makes the span current that was so when this one began, which the caller of a stream may have left.
            Activity.Current = current == activity ? activity.Parent : current;
        }
    }

    private void SetAnswer(Activity activity)
    {
        if (_metadata is { } metadata)
        {
            activity.SetTag("aws.request_id", metadata.RequestId);
            activity.SetTag("http.response.status_code", metadata.StatusCode);
            activity.SetTag("bedrock.attempts", metadata.Attempts);
        }

        activity.SetTag("bedrock.service_tier", _answer.ServiceTier ?? _metadata?.ServiceTier?.Value);
        activity.SetTag("bedrock.invoked_model", _subject.Show(_answer.InvokedModel));
        activity.SetTag("bedrock.cache.saved", Saved() is { } saved and > 0 ? (double)saved : null);
        activity.SetTag("bedrock.cost", (double?)Cost());
        activity.SetTag("bedrock.cost.currency", Cost() is null ? null : _subject.Prices?.Currency);
    }

    private void SetModelAnswer(Activity activity)
    {
        activity.SetTag("gen_ai.response.id", _answer.Id ?? _metadata?.RequestId);
        activity.SetTag("gen_ai.response.model", ResponseModel());
        activity.SetTag("gen_ai.response.finish_reasons", _answer.FinishReasons is { Count: > 0 } reasons ? reasons.ToArray() : null);
        activity.SetTag("gen_ai.response.time_to_first_chunk", _firstEvent is { } first ? _time.GetElapsedTime(_start, first).TotalSeconds : null);
    }

    private void SetTokens(Activity activity)
    {
        activity.SetTag("gen_ai.usage.input_tokens", AllInputTokens());
        activity.SetTag("gen_ai.usage.output_tokens", _usage?.OutputTokens);
        activity.SetTag("gen_ai.usage.cache_read.input_tokens", _usage?.CacheReadInputTokens);
        activity.SetTag("gen_ai.usage.cache_creation.input_tokens", _usage?.CacheWriteInputTokens);
        activity.SetTag("gen_ai.usage.reasoning.output_tokens", _answer.ReasoningTokens);
        if (HasAllNames)
        {
            activity.SetTag("gen_ai.usage.cache_read_input_tokens", _usage?.CacheReadInputTokens);
            activity.SetTag("gen_ai.usage.cache_creation_input_tokens", _usage?.CacheWriteInputTokens);
        }

        foreach ((string ttl, long tokens) in _answer.CacheWritesByTtl)
        {
            activity.SetTag($"bedrock.usage.cache_creation.{ttl}.input_tokens", tokens);
        }
    }

    private void Measure(Exception? failure)
    {
        TagList tags = MetricTags(failure);
        Record(Instruments.Duration, _time.GetElapsedTime(_start).TotalSeconds, tags);
        if (_firstEvent is { } first)
        {
            Record(Instruments.TimeToFirstChunk, _time.GetElapsedTime(_start, first).TotalSeconds, tags);
            if (failure is null && _usage?.OutputTokens is > 1 and int written)
            {
                Instruments.TimePerOutputToken.Record(_time.GetElapsedTime(first, _lastEvent).TotalSeconds / (written - 1), tags);
            }
        }

        MeasureTokens("input", AllInputTokens(), tags);
        MeasureTokens("output", _usage?.OutputTokens, tags);
        if (Instruments.Cost.Enabled && Cost() is { } cost)
        {
            tags.Add("bedrock.cost.currency", _subject.Prices!.Currency);
            Instruments.Cost.Add((double)cost, tags);
        }

        if (_usage is { CacheReadInputTokens: > 0 } or { CacheWriteInputTokens: > 0 })
        {
            MeasureCacheCall(tags);
        }

        if (HasAllNames && _usage is not null)
        {
            MeasureCache("none", _usage.InputTokens, tags);
            MeasureCache("read", _usage.CacheReadInputTokens, tags);
            MeasureCache("creation", _usage.CacheWriteInputTokens, tags);
        }
    }

    // Another layer's histogram of the same name would make every sum by name twice as large.
    private void Record(Histogram<double> histogram, double seconds, in TagList tags)
    {
        if (!_isMeasuredOutside || !OtherMeters.HaveListener(histogram.Name))
        {
            histogram.Record(seconds, tags);
        }
    }

    private void MeasureTokens(string type, int? tokens, TagList tags)
    {
        if (tokens is not { } count)
        {
            return;
        }

        tags.Add("gen_ai.token.type", type);
        if (!_isMeasuredOutside || !OtherMeters.HaveListener(Instruments.TokenUsage.Name))
        {
            Instruments.TokenUsage.Record(count, tags);
        }

        if (HasAllNames)
        {
            Instruments.Tokens.Add(count, tags);
        }
    }

    private static void MeasureCache(string kind, int? tokens, TagList tags)
    {
        if (tokens is { } count)
        {
            tags.Add("gen_ai.token.cache", kind);
            Instruments.InputTokensByCache.Add(count, tags);
        }
    }

    private void MeasureCacheCall(TagList tags)
    {
        if (Instruments.CacheSaved.Enabled && Saved() is { } saved and > 0)
        {
            Instruments.CacheSaved.Add((double)saved, [.. tags.Where(static tag => tag.Key != "bedrock.cost.currency"),
                new("bedrock.cost.currency", _subject.Prices!.Currency)]);
        }

        tags.Add("bedrock.cache.result", _usage!.CacheReadInputTokens > 0 ? "hit" : "miss");
        Instruments.CacheCalls.Add(1, tags);
    }

    private decimal? Saved() => _usage is null || _subject.CalledModel is null ? null : _subject.Prices?.Find(_subject.CalledModel)?.SavedBy(_usage);

    private decimal? Cost() => _usage is null || _subject.CalledModel is null ? null
        : _subject.Prices?.CostOf(_subject.CalledModel, _usage, _answer.ServiceTier is { } tier ? new BedrockServiceTier(tier) : _metadata?.ServiceTier)?.Total;

    private TagList MetricTags(Exception? failure)
    {
        var tags = new TagList
        {
            { "gen_ai.operation.name", _subject.Operation },
            { "gen_ai.provider.name", Provider },
            { "gen_ai.request.model", _subject.Model },
        };
        if (ResponseModel() is { } model)
        {
            tags.Add("gen_ai.response.model", model);
        }

        if (_host is not null)
        {
            tags.Add("server.address", _host);
            if (_port > 0)
            {
                tags.Add("server.port", _port);
            }
        }

        if (failure is not null)
        {
            tags.Add("error.type", ErrorType(failure));
        }

        return tags;
    }

    private string? ResponseModel() => _subject.Show(_answer.InvokedModel ?? _answer.Model);

    // The conventions count what came from the cache as input too; the service counts it apart.
    private int? AllInputTokens() => _usage is null or { InputTokens: null, CacheReadInputTokens: null, CacheWriteInputTokens: null }
        ? null
        : (_usage.InputTokens ?? 0) + (_usage.CacheReadInputTokens ?? 0) + (_usage.CacheWriteInputTokens ?? 0);
}
