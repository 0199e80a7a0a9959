namespace Bedrock.Toolkit.Transport;

/// <summary>Reads a whole answer.</summary>
internal static class UnaryAnswer
{
    // Memory guard, twice what InvokeModel may answer.
    private const int MaxBytes = 50_000_000;

    private const int ReadSize = 16 * 1024;

    // An answer that is only an error is short.
    private const int MaxErrorBytes = 4 * 1024;

    /// <summary>Reads the body into <see cref="OpenAnswer.Body"/>: a part of the attempt, so that a body that breaks off is asked for again.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask ReadBodyAsync(OpenAnswer answer, CancellationToken cancellationToken)
    {
        // One more byte, where the end is found without a larger buffer.
        var buffer = new PooledBuffer((int)Math.Clamp((answer.ContentLength ?? 0) + 1, ReadSize, MaxBytes));
        CallClock clock = answer.Clock;
        try
        {
            clock.Arm(BedrockTimeoutKind.Idle, answer.Call.IdleTimeout);
            clock.Token.ThrowIfCancellationRequested();
            Stream body = await answer.OpenAsync(clock.Token).ConfigureAwait(false);
            int read;
            while ((read = await body.ReadAsync(buffer.GetMemory(1), clock.Token).ConfigureAwait(false)) > 0)
            {
                clock.Arm(BedrockTimeoutKind.Idle, answer.Call.IdleTimeout);
                buffer.Advance(read);
                if (buffer.Length > MaxBytes)
                {
                    throw answer.Unreadable($"The answer has more than {MaxBytes} bytes.");
                }
            }

            clock.Disarm();
            answer.Body = buffer;
        }
        catch (OperationCanceledException e)
        {
            buffer.Dispose();
            throw clock.Explain(e);
        }
        catch (Exception e)
        {
            buffer.Dispose();
            if (NetworkFault.Is(e))
            {
                throw new BedrockConnectionException("The connection broke while the answer was read.", e) { Host = answer.Host, IsTransient = true };
            }

            throw;
        }
    }

    /// <summary>Reads the body of an answer that has no members in it: none at all, or JSON.</summary>
    public static T ParseOrEmpty<T>(OpenAnswer answer, JsonTypeInfo<T> info)
        where T : new() => answer.Body.Length == 0 ? new T() : Parse(answer, info);

    /// <summary>Reads the body as JSON of a type.</summary>
    public static T Parse<T>(OpenAnswer answer, JsonTypeInfo<T> info)
    {
        PooledBuffer body = answer.Body;
        if (body.Length == 0)
        {
            throw answer.Unreadable($"{answer.Facts.Operation} was answered with HTTP {answer.Metadata.StatusCode} and an empty body.");
        }

        if (answer.MediaType is { } type && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
        {
            throw answer.Unreadable(
                $"{answer.Facts.Operation} was answered with HTTP {answer.Metadata.StatusCode} and an HTML page: a proxy or a sign-in page stands between.");
        }

        ReadOnlyMemory<byte> json = WithoutByteOrderMark(body.Written);
        RefuseBareError(answer, json.Span, info);
        try
        {
            return JsonWindow.Read(LoneSurrogates.Mend(json.Span) is { } mended ? mended : json, info)
                ?? throw answer.Unreadable($"{answer.Facts.Operation} was answered with the JSON null.");
        }
        catch (JsonException e)
        {
            throw answer.Unreadable(
                $"The answer of {answer.Facts.Operation} cannot be read as {typeof(T).Name} (at {NestedJson.PathOf(e)}).",
                JsonFault.WithoutPayload(e),
                NestedJson.PathOf(e),
                JsonFault.OffsetOf(e, json.Span) + (body.Length - json.Length));
        }
    }

    /// <summary>Throws what the runtime's host says of a path that it does not know, under the status of a success.</summary>
    public static void ThrowIfUnknownOperation(OpenAnswer answer)
    {
        ReadOnlyMemory<byte> body = answer.Body.Written;
        if (body.Length > MaxErrorBytes || body.Span.IndexOf("\"Output\""u8) < 0 || body.Span.IndexOf("\"__type\""u8) < 0)
        {
            return;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("Output", out JsonElement output)
                && output.ValueKind == JsonValueKind.Object && output.TryGetProperty("__type", out JsonElement type) && type.ValueKind == JsonValueKind.String)
            {
                var error = new ServiceError
                {
                    StatusCode = answer.Metadata.StatusCode,
                    Code = ServiceError.CleanCode(type.GetString()),
                    Message = $"the service has no such operation ({ServiceError.CleanCode(type.GetString())}), although the status is that of a success.",
                };
                throw ServiceErrorMapper.ToException(error, answer.Facts);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or no Unicode: not what the host says of a path.
            return;
        }
    }

    /// <summary>Refuses a body that is an error under the status of a success, as some gateways send it: its model would read nothing out of it.</summary>
    private static void RefuseBareError(OpenAnswer answer, ReadOnlySpan<byte> json, JsonTypeInfo info)
    {
        if (json.Length > MaxErrorBytes || !NamesAnError(json))
        {
            return;
        }

        // A model whose own answer has a message needs an error's name beside it.
        if (ServiceError.ParseBare(json, info) is { } error && (error.Code is not null || !HasMessage(info)))
        {
            string name = error.Code is { } code ? $" ({code})" : string.Empty;
            throw answer.Unreadable(
                $"{answer.Facts.Operation} was answered with HTTP {answer.Metadata.StatusCode} and a body that is only an error{name}: "
                + "something between the client and Bedrock changed its status.");
        }
    }

    // A message as the name of a member: Claude's own answers have it as a value.
    private static bool NamesAnError(ReadOnlySpan<byte> json) =>
        json.IndexOf("essage\":"u8) >= 0 || json.IndexOf("essage\" "u8) >= 0 || json.IndexOf("\"__type\""u8) >= 0
        || json.IndexOf("\"error"u8) >= 0 || json.IndexOf("\"detail\""u8) >= 0;

    private static bool HasMessage(JsonTypeInfo info) =>
        info.Kind != JsonTypeInfoKind.Object || info.Properties.Any(static p => p.Name.Equals("message", StringComparison.OrdinalIgnoreCase));

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
}
