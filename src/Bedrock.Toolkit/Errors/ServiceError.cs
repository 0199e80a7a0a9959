namespace Bedrock.Toolkit.Errors;

/// <summary>What is known of an error answer, before it becomes an exception.</summary>
internal sealed class ServiceError
{
    private const int TellingMembers = 5;

    // Those of gateways and of AWS's own frame, the telling ones first.
    private static readonly string[] OfErrors =
        ["error", "errorMessage", "errorType", "detail", "Output", "Version", "requestId", "originalStatusCode", "originalMessage", "resourceName"];

    public int StatusCode { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }

    public int? OriginalStatusCode { get; init; }

    public string? ResourceName { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Reads an error body of the restJson1 protocol. A body that is not a JSON object gives an error without code and message.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errorTypeHeader">The header <c>x-amzn-errortype</c>, which wins over the body.</param>
    /// <param name="body">The body, cut to what may be read of it.</param>
    /// <param name="retryAfter">How long the server asked to wait.</param>
    public static ServiceError Parse(int statusCode, string? errorTypeHeader, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        string? code = CleanCode(errorTypeHeader);
        if (body.IsEmpty)
        {
            return new ServiceError { StatusCode = statusCode, Code = code, RetryAfter = retryAfter };
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(LoneSurrogates.Mend(body.Span) is { } mended ? mended : body);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object)
            {
                return OfVendor(statusCode, code, inner, retryAfter);
            }

            return new ServiceError
            {
                StatusCode = statusCode,
                Code = code ?? CleanCode(StringMember(root, "__type")) ?? CleanCode(StringMember(root, "code")),
                Message = WithFields(StringMember(root, "message") ?? StringMember(root, "Message"), root),
                OriginalStatusCode = IntMember(root, "originalStatusCode"),
                ResourceName = StringMember(root, "resourceName"),
                RetryAfter = retryAfter,
            };
        }
        catch (JsonException)
        {
            // An HTML page of a proxy, or a body that was cut: the status alone says what happened, and the page must not get into a message.
            return new ServiceError { StatusCode = statusCode, Code = code, RetryAfter = retryAfter };
        }
    }

    /// <summary>The name that AWS has for an error of OpenAI's or Anthropic's shape; the same text when it has none.</summary>
    private static string? NameOf(string? kind) => kind switch
    {
        "invalid_request_error" => "ValidationException",
        "not_found_error" or "model_not_found" => "ResourceNotFoundException",
        "authentication_error" or "invalid_api_key" => "UnrecognizedClientException",
        "permission_error" or "permission_denied" or "access_denied" => "AccessDeniedException",
        "rate_limit_error" or "rate_limit_exceeded" => "ThrottlingException",
        "overloaded_error" => "ServiceUnavailableException",
        "api_error" or "server_error" => "InternalServerException",
        _ => kind,
    };

    // {"error":{"message","type","code","param"}}, and {"type":"error","error":{"type","message"}}.
    private static ServiceError OfVendor(int statusCode, string? code, JsonElement error, TimeSpan? retryAfter)
    {
        string? kind = NameOf(StringMember(error, "type"));
        string? name = CleanCode(StringMember(error, "code"));
        bool isNamedByType = kind?.EndsWith("Exception", StringComparison.Ordinal) == true;
        return new ServiceError
        {
            StatusCode = statusCode,
            Code = code ?? (isNamedByType && name?.EndsWith("Exception", StringComparison.Ordinal) != true ? kind : NameOf(name) ?? kind),
            Message = StringMember(error, "message"),
            RetryAfter = retryAfter,
        };
    }

    /// <summary>The same error without what identifies its caller, which a server or a gateway may quote.</summary>
    public ServiceError Without(CallSecrets secrets) => new()
    {
        StatusCode = StatusCode,
        Code = Code is null ? null : secrets.Mask(Code),
        Message = Message is null ? null : secrets.Mask(Message),
        OriginalStatusCode = OriginalStatusCode,
        ResourceName = ResourceName is null ? null : secrets.Mask(ResourceName),
        RetryAfter = RetryAfter,
    };

    /// <summary>Reads a body that is nothing but an error; null when it is anything else.</summary>
    /// <param name="body">The body.</param>
    /// <param name="info">The type of the answer, when it is known: what has a member that only the answer has is none.</param>
    /// <returns>The error, with its name when it has one; null also for a body without a message and a name.</returns>
    public static ServiceError? ParseBare(ReadOnlySpan<byte> body, JsonTypeInfo? info = null)
    {
        var reader = new Utf8JsonReader(body);
        string? code = null;
        bool hasMessage = false;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                if (name is "__type" or "code" && reader.TokenType == JsonTokenType.String)
                {
                    code = CleanCode(reader.GetString()) ?? code;
                }
                else if (name is "message" or "Message" && reader.TokenType == JsonTokenType.String)
                {
                    hasMessage = true;
                }
                else if (Array.IndexOf(OfErrors, name) is >= 0 and var at && info is { Kind: JsonTypeInfoKind.Object }
                    && !info.Properties.Any(property => property.Name == name))
                {
                    hasMessage |= at < TellingMembers;
                    reader.Skip();
                }
                else
                {
                    return null;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or text that is no valid Unicode: whoever reads the answer itself says so.
            return null;
        }

        return code is not null || hasMessage ? new ServiceError { Code = code } : null;
    }

    /// <summary>Takes the bare name out of <c>namespace#Name:link</c>.</summary>
    public static string? CleanCode(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        ReadOnlySpan<char> name = raw;
        int colon = name.IndexOf(':');
        name = colon >= 0 ? name[..colon] : name;
        name = name[(name.LastIndexOf('#') + 1)..].Trim();
        return name.IsEmpty ? null : name.ToString();
    }

    // Why, in a word, and which members the service complains of; what it says of each stands in the message as a rule, and is not repeated.
    private static string? WithFields(string? message, JsonElement root)
    {
        if (message is not null && StringMember(root, "reason") is { Length: > 0 } reason && !message.Contains(reason, StringComparison.Ordinal))
        {
            message = $"{message} (reason: {reason})";
        }

        if (message is null || !root.TryGetProperty("fieldList", out JsonElement fields) || fields.ValueKind != JsonValueKind.Array)
        {
            return message;
        }

        string[] names =
        [
            .. fields.EnumerateArray().Take(5).Select(static field => StringMember(field, "name") ?? StringMember(field, "path")).OfType<string>()
                .Where(name => !message.Contains(name, StringComparison.Ordinal)),
        ];
        return names.Length == 0 ? message : $"{message} (members: {string.Join(", ", names)})";
    }

    private static string? StringMember(JsonElement root, string name)
    {
        try
        {
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Text that is no valid Unicode: as if the member were absent.
            return null;
        }
    }

    private static int? IntMember(JsonElement root, string name)
    {
        try
        {
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value)
                && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
                ? number
                : null;
        }
        catch (InvalidOperationException)
        {
            // A name that is no valid Unicode, met on the way: as if the member were absent.
            return null;
        }
    }
}
