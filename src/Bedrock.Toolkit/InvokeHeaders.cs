namespace Bedrock.Toolkit;

/// <summary>The request headers of <see cref="InvokeOptions"/>, checked.</summary>
internal static class InvokeHeaders
{
    /// <summary>Those of a call that is answered as a whole and sets nothing; never changed.</summary>
    public static readonly KeyValuePair<string, string>[] Usual = [new("Accept", "application/json")];

    private const int MaxMetadataPairs = 16;
    private const int MaxMetadataText = 256;
    private const int MaxMetadataJson = 8_500;

    private const string GuardrailIdHeader = "X-Amzn-Bedrock-GuardrailIdentifier";
    private const string GuardrailVersionHeader = "X-Amzn-Bedrock-GuardrailVersion";
    private const string TraceHeader = "X-Amzn-Bedrock-Trace";
    private const string LatencyHeader = "X-Amzn-Bedrock-PerformanceConfig-Latency";
    private const string TierHeader = "X-Amzn-Bedrock-Service-Tier";
    private const string MetadataHeader = "X-Amzn-Bedrock-Request-Metadata";

    private static readonly SearchValues<string> Reserved = SearchValues.Create(
        [
            "authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256", "host", "content-length", "content-type", "content-encoding",
                "content-range",
            "transfer-encoding", "connection", "keep-alive", "proxy-connection", "proxy-authorization", "te", "trailer", "upgrade", "expect", "accept-encoding",
                "range",
            "if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range", "amz-sdk-request", "amz-sdk-invocation-id",
        ],
        StringComparison.OrdinalIgnoreCase);

    // Headers of InvokeModel that have a member of their own: said twice, the service would get both values.
    private static readonly Dictionary<string, string> Members = new(StringComparer.OrdinalIgnoreCase)
    {
        [GuardrailIdHeader] = nameof(InvokeOptions.GuardrailId),
        [GuardrailVersionHeader] = nameof(InvokeOptions.GuardrailVersion),
        [TraceHeader] = nameof(InvokeOptions.GuardrailTrace),
        [LatencyHeader] = nameof(InvokeOptions.PerformanceLatency),
        [TierHeader] = nameof(InvokeOptions.ServiceTier),
        [MetadataHeader] = nameof(InvokeOptions.RequestMetadata),
    };

    /// <summary>The headers of a call.</summary>
    /// <param name="options">The options of the call.</param>
    /// <param name="hasAll">Whether all members are headers; else only the caller's own are.</param>
    /// <param name="unlessThere">A header for where the caller has not set it.</param>
    public static KeyValuePair<string, string>[] Of(InvokeOptions? options, bool hasAll, KeyValuePair<string, string> unlessThere)
    {
        if (options is null)
        {
            return unlessThere.Key == Usual[0].Key && unlessThere.Value == Usual[0].Value ? Usual : [unlessThere];
        }

        List<KeyValuePair<string, string>> headers = hasAll ? From(options) : CustomFrom(options);
        AddUnlessThere(headers, unlessThere.Key, unlessThere.Value);
        return [.. headers];
    }

    /// <summary>The headers of a call with those that members of its request are.</summary>
    /// <param name="headers">What is there already.</param>
    /// <param name="members">Names and values; null is left out.</param>
    /// <param name="request">The name of the request's type, for the messages.</param>
    public static KeyValuePair<string, string>[] WithMembers(
        KeyValuePair<string, string>[] headers, IReadOnlyList<KeyValuePair<string, string?>> members, string request)
    {
        List<KeyValuePair<string, string>> all = [.. headers];
        foreach ((string name, string? value) in members)
        {
            if (value is null)
            {
                continue;
            }

            if (value.Length == 0 || !IsHeaderText(value))
            {
                throw new ArgumentException($"{request} has a member that goes into the header {name} and is empty or no printable ASCII.", nameof(request));
            }

            if (all.Exists(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new ArgumentException($"InvokeOptions.Headers sets '{name}' beside the member of {request}: set one of them.", "options");
            }

            all.Add(new(name, value));
        }

        return [.. all];
    }

    public static List<KeyValuePair<string, string>> From(InvokeOptions? options)
    {
        List<KeyValuePair<string, string>> headers = [];
        if (options is null)
        {
            return headers;
        }

        if (options.GuardrailId is null != options.GuardrailVersion is null)
        {
            throw new ArgumentException("InvokeOptions.GuardrailId and GuardrailVersion belong together: set both or none.", nameof(options));
        }

        Add(headers, GuardrailIdHeader, options.GuardrailId, nameof(options.GuardrailId));
        Add(headers, GuardrailVersionHeader, options.GuardrailVersion, nameof(options.GuardrailVersion));
        Add(headers, TraceHeader, Value(options.GuardrailTrace?.Value, options.GuardrailTrace.HasValue, nameof(options.GuardrailTrace)),
            nameof(options.GuardrailTrace));
        Add(headers, LatencyHeader, Value(options.PerformanceLatency?.Value, options.PerformanceLatency.HasValue, nameof(options.PerformanceLatency)),
            nameof(options.PerformanceLatency));
        Add(headers, TierHeader, Value(options.ServiceTier?.Value, options.ServiceTier.HasValue, nameof(options.ServiceTier)), nameof(options.ServiceTier));
        if (options.RequestMetadata.Count > 0)
        {
            Add(headers, MetadataHeader, MetadataJson(options.RequestMetadata), nameof(options.RequestMetadata));
        }

        AddCustom(headers, options);
        return headers;
    }

    /// <summary>Only the caller's own headers: for operations that have the rest in their body, or not at all.</summary>
    private static List<KeyValuePair<string, string>> CustomFrom(InvokeOptions options)
    {
        List<KeyValuePair<string, string>> headers = [];
        AddCustom(headers, options);
        return headers;
    }

    /// <summary>The first member that is set of those that InvokeModel has as headers; null when none is.</summary>
    public static string? FirstModelSetting(InvokeOptions? options) => options switch
    {
        null => null,
        { GuardrailId: not null } => nameof(InvokeOptions.GuardrailId),
        { GuardrailVersion: not null } => nameof(InvokeOptions.GuardrailVersion),
        { GuardrailTrace: not null } => nameof(InvokeOptions.GuardrailTrace),
        { PerformanceLatency: not null } => nameof(InvokeOptions.PerformanceLatency),
        { ServiceTier: not null } => nameof(InvokeOptions.ServiceTier),
        { RequestMetadata.Count: > 0 } => nameof(InvokeOptions.RequestMetadata),
        _ => null,
    };

    private static string? Value(string? value, bool isSet, string member) =>
        isSet && string.IsNullOrEmpty(value)
            ? throw new ArgumentException($"InvokeOptions.{member} is a value without text: use one of its named values.", "options") : value;

    private static void Add(List<KeyValuePair<string, string>> headers, string name, string? value, string member)
    {
        if (value is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(value) || !IsHeaderText(value))
        {
            throw new ArgumentException($"InvokeOptions.{member} must be printable ASCII and not blank (no CR, no LF).", "options");
        }

        headers.Add(new(name, value));
    }

    /// <summary>Adds a header where the caller has not set it.</summary>
    private static void AddUnlessThere(List<KeyValuePair<string, string>> headers, string name, string value)
    {
        foreach ((string there, _) in headers)
        {
            if (there.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        headers.Add(new(name, value));
    }

    /// <summary>Whether the client sets a header itself, so that nobody else may.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    private static void AddCustom(List<KeyValuePair<string, string>> headers, InvokeOptions options)
    {
        int own = headers.Count;
        foreach ((string name, string value) in options.Headers)
        {
            for (int i = 0; i < own; i++)
            {
                if (headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    throw new ArgumentException(
                        $"InvokeOptions.Headers sets '{name}' beside InvokeOptions.{Members.GetValueOrDefault(name, name)}: set one of them.", nameof(options));
                }
            }

            AddCustom(headers, name, value);
        }
    }

    private static void AddCustom(List<KeyValuePair<string, string>> headers, string name, string value)
    {
        bool isName = name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
        if (!isName || value is null || !IsHeaderText(value))
        {
            throw new ArgumentException("InvokeOptions.Headers holds a name or value that is no HTTP header (printable ASCII, no CR, no LF).", "options");
        }

        if (Reserved.Contains(name))
        {
            throw new ArgumentException($"InvokeOptions.Headers must not set '{name}': the client sets it.", "options");
        }

        headers.Add(new(name, value));
    }

    private static bool IsHeaderText(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    // The default encoder writes everything but plain ASCII as escapes, which is what a header may hold.
    private static string MetadataJson(IDictionary<string, string> metadata)
    {
        if (metadata.Count > MaxMetadataPairs)
        {
            throw new ArgumentException($"InvokeOptions.RequestMetadata has {metadata.Count} pairs; the service takes at most {MaxMetadataPairs}.", "options");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach ((string key, string value) in metadata)
            {
                if (string.IsNullOrEmpty(key) || key.Length > MaxMetadataText || value is null || value.Length > MaxMetadataText)
                {
                    throw new ArgumentException(
                        $"InvokeOptions.RequestMetadata takes keys of 1 to {MaxMetadataText} and values of at most {MaxMetadataText} characters.", "options");
                }

                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }

        string json = Encoding.ASCII.GetString(buffer.WrittenSpan);
        return json.Length <= MaxMetadataJson
            ? json
            : throw new ArgumentException($"InvokeOptions.RequestMetadata has {json.Length} characters as JSON; the service takes at most {MaxMetadataJson}.",
                "options");
    }
}
