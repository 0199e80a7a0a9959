using System.Diagnostics;

namespace Bedrock.Toolkit.Diagnostics;

/// <content>The attributes, with the names of OpenTelemetry's conventions.</content>
internal sealed partial class CallTelemetry
{
    private void StartActivity(RequestFacts request)
    {
        KeyValuePair<string, object?>[] tags =
        [
            new("gen_ai.operation.name", _subject.Operation),
            new("gen_ai.provider.name", Provider),
            new("gen_ai.request.model", _subject.Model),
        ];
        string name = _subject.Model is null ? _subject.Operation : $"{_subject.Operation} {_subject.Model}";
        _activity = Instruments.Source.StartActivity(name, ActivityKind.Client, parentContext: default, tags);
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag("rpc.method", _subject.ApiOperation);
        _activity.SetTag("gen_ai.request.stream", _isStreaming ? true : null);
        _activity.SetTag("gen_ai.request.max_tokens", _subject.MaxTokens);
        _activity.SetTag("aws.bedrock.guardrail.id", request.GuardrailId);
        foreach ((string key, string value) in request.Metadata)
        {
            _activity.SetTag("bedrock.request_metadata." + key, value);
        }
    }

    private void StopActivity(Exception? failure, bool isWhole)
    {
        if (_activity is not { } activity)
        {
            return;
        }

        SetAnswer(activity);
        SetTokens(activity);
        if (_isStreaming && failure is null && !isWhole)
        {
            activity.SetTag("bedrock.stream.left_early", true);
        }

        if (_firstEvent is { } first)
        {
            activity.SetTag("gen_ai.response.time_to_first_chunk", _time.GetElapsedTime(_start, first).TotalSeconds);
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
        activity.SetTag("gen_ai.response.model", ResponseModel());
        activity.SetTag("gen_ai.response.finish_reasons", _answer.FinishReasons is { Count: > 0 } reasons ? reasons.ToArray() : null);
    }

    private void SetTokens(Activity activity)
    {
        activity.SetTag("gen_ai.usage.input_tokens", AllInputTokens());
        activity.SetTag("gen_ai.usage.output_tokens", _usage?.OutputTokens);
        activity.SetTag("gen_ai.usage.cache_read.input_tokens", _usage?.CacheReadInputTokens);
        activity.SetTag("gen_ai.usage.cache_creation.input_tokens", _usage?.CacheWriteInputTokens);
        foreach ((string ttl, long tokens) in _answer.CacheWritesByTtl)
        {
            activity.SetTag($"bedrock.usage.cache_creation.{ttl}.input_tokens", tokens);
        }
    }

    private void Measure(Exception? failure)
    {
        TagList tags = MetricTags(failure);
        Instruments.Duration.Record(_time.GetElapsedTime(_start).TotalSeconds, tags);
        if (_firstEvent is { } first)
        {
            Instruments.TimeToFirstChunk.Record(_time.GetElapsedTime(_start, first).TotalSeconds, tags);
            if (failure is null && _usage?.OutputTokens is > 1 and int written)
            {
                Instruments.TimePerOutputToken.Record(_time.GetElapsedTime(first, _lastEvent).TotalSeconds / (written - 1), tags);
            }
        }

        MeasureTokens("input", AllInputTokens(), tags);
        MeasureTokens("output", _usage?.OutputTokens, tags);
    }

    private static void MeasureTokens(string type, int? tokens, TagList tags)
    {
        if (tokens is { } count)
        {
            tags.Add("gen_ai.token.type", type);
            Instruments.TokenUsage.Record(count, tags);
        }
    }

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
