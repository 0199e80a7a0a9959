using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;
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

    public static ApiCall Invoke<TRequest, TResponse>(
        Model<TRequest, TResponse> model, TRequest request, string operation, BedrockClientOptions clientOptions, InvokeOptions? options)
    {
        bool streaming = operation == InvokeModelWithResponseStream;
        options = InvokeOptions.WithMetadata(options, clientOptions.RequestMetadata);
        List<KeyValuePair<string, string>> headers = InvokeHeaders.From(options);
        headers.Add(new(streaming ? "X-Amzn-Bedrock-Accept" : "Accept", "application/json"));
        string path = $"/model/{PathLabel.Encode(model.Id.Value, "modelId")}/{(streaming ? "invoke-with-response-stream" : "invoke")}";
        model.CheckRequest?.Invoke(request);
        var buffer = new PooledBuffer();
        try
        {
            Write(buffer, request, model.RequestTypeInfo);
            return Create(
                operation, HttpMethod.Post, path, null, model.Id, new RequestBody(buffer), "application/json", headers, clientOptions, options, OutputLimit.Of(model, request));
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public static ApiCall Raw(BedrockRawRequest request, string acceptHeader, BedrockClientOptions clientOptions, InvokeOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckPath(request.Path, "BedrockRawRequest.Path", nameof(request));
        options = request.Operation is InvokeModel or InvokeModelWithResponseStream ? InvokeOptions.WithMetadata(options, clientOptions.RequestMetadata) : options;
        List<KeyValuePair<string, string>> headers = InvokeHeaders.From(options);
        headers.Add(new(acceptHeader, request.Accept));
        return Create(
            request.Operation, request.Method, request.Path, request.Query, request.ModelId, new RequestBody(request.Body), request.ContentType, headers, clientOptions, options);
    }

    public static ApiCall Typed<TRequest>(BedrockCall<TRequest> call, string accept, BedrockClientOptions clientOptions, InvokeOptions? options)
    {
        CheckPath(call.Path, "BedrockCall.Path", nameof(call));
        TRequest request = call.Request;

        // What is set for the whole client goes where it has a place.
        options = call.ApplyOptions is null ? options : InvokeOptions.WithMetadata(options, clientOptions.RequestMetadata);
        if (InvokeHeaders.FirstModelSetting(options) is { } setting)
        {
            request = call.ApplyOptions is { } apply
                ? apply(request, options!)
                : throw new ArgumentException($"InvokeOptions.{setting} has no place in {call.Operation}: leave it out.", nameof(options));
        }

        call.CheckRequest?.Invoke(request);
        List<KeyValuePair<string, string>> headers = InvokeHeaders.CustomFrom(options);
        if (!headers.Exists(h => h.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(new("Accept", accept));
        }

        if (call.RequestTypeInfo is not { } info)
        {
            return Create(call.Operation, call.Method, call.Path, call.Query, call.ModelId, new RequestBody(ReadOnlyMemory<byte>.Empty), null, headers, clientOptions, options);
        }

        var buffer = new PooledBuffer();
        try
        {
            Write(buffer, request, info);
            return Create(
                call.Operation, call.Method, call.Path, call.Query, call.ModelId, new RequestBody(buffer), "application/json", headers, clientOptions, options, OutputLimit.Of(call.ReadMaxTokens, request, null));
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

        // Uri turns %2E into a dot before it removes dot segments.
        if (path.Replace("%2E", ".", StringComparison.OrdinalIgnoreCase).Split('/').Any(segment => segment is "." or ".."))
        {
            throw new ArgumentException($"{member} must not have '.' or '..' as a segment.", parameter);
        }
    }

    private static ApiCall Create(
        string operation,
        HttpMethod method,
        string path,
        string? query,
        ModelId? modelId,
        RequestBody body,
        string? contentType,
        List<KeyValuePair<string, string>> headers,
        BedrockClientOptions clientOptions,
        InvokeOptions? options,
        OutputLimit outputLimit = default)
    {
        if (body.Bytes.Length > MaxBodyBytes)
        {
            throw new ArgumentException($"The body of {operation} has {body.Bytes.Length} bytes; the service takes at most {MaxBodyBytes}.{LargestMember.Describe(body.Bytes.Span)}", "request");
        }

        return new ApiCall
        {
            Operation = operation,
            Method = method,
            Path = path,
            Query = query,
            ModelId = modelId?.Value,
            Body = body,
            ContentType = contentType,
            Headers = headers,
            OutputLimit = outputLimit,
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
            throw new ArgumentException($"{typeof(TRequest).Name} cannot be written (at {NestedJson.PathOf(e)}): {NestedJson.WithWholePath(e).Message}", nameof(request), e);
        }
        catch (ArgumentException e) when (e.ParamName is null)
        {
            // Utf8JsonWriter refuses NaN and Infinity so.
            throw new ArgumentException($"{typeof(TRequest).Name} cannot be written: a number is NaN or Infinity, which JSON does not have.", nameof(request), e);
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
