using Bedrock.Toolkit.Throttling;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit;

/// <summary>Makes checked calls, with their bytes fixed, out of what the caller gave.</summary>
internal static class ApiCalls
{
    public const string InvokeModel = "InvokeModel";
    public const string InvokeModelWithResponseStream = "InvokeModelWithResponseStream";

    /// <summary>The largest body of InvokeModel, in either direction.</summary>
    public const int MaxBodyBytes = 25_000_000;

    private static readonly SearchValues<char> NotInAPath = SearchValues.Create(" ?#\\\r\n");

    /// <summary>The path of an operation of a model.</summary>
    public static string PathOf(ModelId id, string verb) => $"/model/{PathLabel.Encode(id.Value, "modelId")}/{verb}";

    /// <summary>Makes the call that the layers below take: options applied, request checked and fixed as bytes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="accept">The media type that is wanted when the call says nothing else.</param>
    /// <param name="clientOptions">The client's options.</param>
    /// <param name="options">The options of the call.</param>
    public static ApiCall Create<TRequest>(BedrockCall<TRequest> call, string accept, BedrockClientOptions clientOptions, InvokeOptions? options)
    {
        CheckPath(call.Path, call.ReadBytes is null ? "BedrockCall.Path" : "BedrockRawRequest.Path", call.ReadBytes is null ? nameof(call) : "request");
        TRequest request = call.Request;
        if (options?.Rules is not null && call.ApplyOptions is null)
        {
            throw new ArgumentException($"InvokeOptions.Rules has no place in {call.Operation}: leave it out.", nameof(options));
        }

        // What is set for the whole client goes where it has a place.
        bool takesMetadata = call.ApplyOptions is not null || (call.HasHeaderOptions && call.Operation is InvokeModel or InvokeModelWithResponseStream);
        options = takesMetadata ? InvokeOptions.WithMetadata(options, clientOptions.RequestMetadata) : options;
        if (!call.HasHeaderOptions && InvokeHeaders.FirstModelSetting(options) is { } setting)
        {
            request = call.ApplyOptions is { } apply
                ? apply(request, options!)
                : throw new ArgumentException($"InvokeOptions.{setting} has no place in {call.Operation}: leave it out.", nameof(options));
        }

        KeyValuePair<string, string>[] headers = InvokeHeaders.Of(options, call.HasHeaderOptions, new(call.AcceptHeader, call.Accept ?? accept));
        headers = call.Headers.Count == 0 ? headers : InvokeHeaders.WithMembers(headers, call.Headers, typeof(TRequest).Name);
        call.CheckRequest?.Invoke(request);
        if (call.ReadBytes is { } bytes)
        {
            return Create(call, accept, new RequestBody(bytes(request)), call.ContentType, headers, clientOptions, options, outputLimit: default);
        }

        if (call.RequestTypeInfo is not { } info)
        {
            return Create(call, accept, new RequestBody(ReadOnlyMemory<byte>.Empty), null, headers, clientOptions, options, outputLimit: default);
        }

        var buffer = new PooledBuffer();
        try
        {
            Write(buffer, request, info);
            OutputLimit limit = OutputLimit.Of(call.ReadMaxTokens, request, call.LongestAnswer);
            return Create(call, accept, new RequestBody(buffer), call.ContentType, headers, clientOptions, options, limit);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private static void CheckPath(string path, string member, string parameter)
    {
        if (!path.StartsWith('/') || path.AsSpan().ContainsAny(NotInAPath))
        {
            throw new ArgumentException($"{member} must begin with a slash and be percent-encoded, without a query.", parameter);
        }

        foreach (Range segment in path.AsSpan().Split('/'))
        {
            if (IsDots(path.AsSpan(segment)))
            {
                throw new ArgumentException($"{member} must not have '.' or '..' as a segment.", parameter);
            }
        }
    }

    // Uri turns %2E into a dot before it removes dot segments.
    private static bool IsDots(ReadOnlySpan<char> segment)
    {
        int dots = 0;
        while (!segment.IsEmpty)
        {
            int length = segment[0] == '.' ? 1 : segment.StartsWith("%2E", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
            if (length == 0 || ++dots > 2)
            {
                return false;
            }

            segment = segment[length..];
        }

        return dots > 0;
    }

    private static ApiCall Create<TRequest>(
        BedrockCall<TRequest> call,
        string accept,
        RequestBody body,
        string? contentType,
        KeyValuePair<string, string>[] headers,
        BedrockClientOptions clientOptions,
        InvokeOptions? options,
        OutputLimit outputLimit)
    {
        if (body.Bytes.Length > (call.MaxBodyBytes ?? MaxBodyBytes))
        {
            throw new ArgumentException(
                $"The body of {call.Operation} has {body.Bytes.Length} bytes; the service takes at most {call.MaxBodyBytes ?? MaxBodyBytes}."
                + LargestMember.Describe(body.Bytes.Span),
                "request");
        }

        return new ApiCall
        {
            Operation = call.Operation,
            Method = call.Method,
            Path = call.Path,
            Query = call.Query,
            ModelId = call.ModelId?.Value,
            Body = body,
            ContentType = contentType,
            Headers = headers,
            Time = clientOptions.TimeProvider,
            IsStreaming = accept == StreamingCall.EventStreamType,
            StreamType = call.StreamType,
            Output = call.Output,
            OutputLimit = outputLimit,
            IsMeasuredOutside = options?.IsMeasuredOutside == true,
            HasFreeRepeats = options?.HasFreeRepeats == true,
            FirstByteTimeout = Limit(options?.FirstByteTimeout, clientOptions.FirstByteTimeout, nameof(InvokeOptions.FirstByteTimeout)),
            IdleTimeout = Limit(options?.StreamIdleTimeout, clientOptions.StreamIdleTimeout, nameof(InvokeOptions.StreamIdleTimeout)),
            OverallTimeout = (options?.OverallTimeout ?? clientOptions.OverallTimeout) is { } overall
                ? Limit(overall, overall, nameof(InvokeOptions.OverallTimeout))
                : null,
            MaxAttempts = options?.MaxAttempts is null or (>= 1 and <= 20)
                ? options?.MaxAttempts
                : throw new ArgumentException($"InvokeOptions.MaxAttempts must be 1 to 20; it is {options.MaxAttempts}.", nameof(options)),
        };
    }

    public static void Write<TRequest>(PooledBuffer buffer, TRequest request, JsonTypeInfo<TRequest> info)
    {
        try
        {
            JsonBody.Write(buffer, request, info);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"{typeof(TRequest).Name} cannot be written (at {NestedJson.PathOf(e)}): {NestedJson.WithWholePath(e).Message}",
                nameof(request), e);
        }
        catch (ArgumentException e) when (e.ParamName is null)
        {
            // Utf8JsonWriter refuses NaN and Infinity so.
            throw new ArgumentException($"{typeof(TRequest).Name} cannot be written: a number is NaN or Infinity, which JSON does not have.",
                nameof(request), e);
        }
    }

    private static TimeSpan Limit(TimeSpan? ofCall, TimeSpan ofClient, string name)
    {
        TimeSpan limit = ofCall ?? ofClient;
        return limit > TimeSpan.Zero && limit.TotalMilliseconds <= int.MaxValue
            ? limit
            : throw new ArgumentException($"InvokeOptions.{name} must be positive and at most 24 days; it is {limit}.", "options");
    }
}
