using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing;

/// <summary>One HTTP request that <see cref="FakeBedrock"/> or <see cref="BedrockServer"/> received; a call with retries is several. Thread-safe;
/// only the counts of the answer come later than the call.</summary>
public sealed class RecordedCall
{
    private const string Hidden = "(hidden)";

    private readonly ReceivedRequest _request;
    private volatile Func<(int? Input, int? Output)>? _counts;

    internal RecordedCall(ReceivedRequest request, OperationRoute? route, string? operation = null)
    {
        _request = request;
        Operation = route?.Operation ?? operation;
        ModelId = route?.ModelId;
        Method = request.Method;
        Path = request.Path;
        Query = request.Query;
        Body = request.Body;
        Identity = SignatureCheck.IdentityOf(request);
    }

    /// <summary>The API name of the operation.</summary>
    /// <value>Such as <c>InvokeModel</c>; null when no operation has this method and path.</value>
    public string? Operation { get; }

    /// <summary>The model id or ARN, decoded from the path; at the doors of OpenAI's and Anthropic's shapes from the body.</summary>
    /// <value>Null when the request names none.</value>
    public string? ModelId { get; private set; }

    /// <summary>Takes the model that the body named.</summary>
    internal void Ask(string model) => ModelId = model;

    /// <summary>The HTTP method.</summary>
    /// <value>Such as <c>POST</c>.</value>
    public string Method { get; }

    /// <summary>The path as it was sent.</summary>
    /// <value>Percent-encoded, without the query.</value>
    public string Path { get; }

    /// <summary>The query as it was sent.</summary>
    /// <value>Percent-encoded, without the question mark; empty when there is none.</value>
    public string Query { get; }

    /// <summary>The headers; names compare without regard to case, several values of one name are joined by a comma.</summary>
    /// <value>Signatures, API keys and security tokens are replaced by <c>(hidden)</c>.</value>
    public IReadOnlyDictionary<string, string> Headers => field ??= new ReadOnlyDictionary<string, string>(_request.Headers
        .GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => Shown(g.Key, string.Join(",", g.Select(h => h.Value))), StringComparer.OrdinalIgnoreCase));

    /// <summary>The body as it was sent.</summary>
    /// <value>Empty when there was none, or when it was larger than the service takes.</value>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>How the request said who calls, right or wrong.</summary>
    public RecordedIdentity Identity { get; }

    /// <summary>The tokens that the answer says were read.</summary>
    /// <value>Null until the answer is out, and when it tells none: an error, a stream that was cut, an answer set up without counts.</value>
    public int? InputTokens => _counts?.Invoke().Input;

    /// <summary>The tokens that the answer says were written.</summary>
    /// <value>Null where <see cref="InputTokens"/> is, and for vectors and images.</value>
    public int? OutputTokens => _counts?.Invoke().Output;

    internal Func<(int? Input, int? Output)> Counts
    {
        set => _counts = value;
    }

    /// <summary>The request of a call to a model, read back from the body.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="model">The model, or one of the same family.</param>
    /// <returns>A new object.</returns>
    /// <exception cref="InvalidOperationException">The call is none of InvokeModel.</exception>
    /// <exception cref="JsonException">The body is no such request.</exception>
    public TRequest ReadRequest<TRequest, TResponse>(Model<TRequest, TResponse> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Read(model.RequestTypeInfo, "InvokeModel", "InvokeModelWithResponseStream");
    }

    /// <summary>The request of a call of Converse or ConverseStream, read back from the body.</summary>
    /// <returns>A new object.</returns>
    /// <exception cref="InvalidOperationException">The call is none of Converse.</exception>
    /// <exception cref="JsonException">The body is no such request.</exception>
    public ConverseRequest ReadConverseRequest() => Read(BedrockJson.TypeInfo<ConverseRequest>(), "Converse", "ConverseStream");

    /// <summary>What was called, and how much was sent.</summary>
    /// <returns>A text without body and credentials.</returns>
    public override string ToString() => $"{Method} {Path} ({Operation ?? "unknown operation"}, {Identity}, {Body.Length} bytes)";

    private T Read<T>(JsonTypeInfo<T> info, string operation, string streamingTwin) =>
        Operation == operation || Operation == streamingTwin
            ? JsonSerializer.Deserialize(Body.Span, info) ?? throw new JsonException("The recorded request is the JSON null.")
            : throw new InvalidOperationException($"{this} is no call of {operation} or {streamingTwin}.");

    private static string Shown(string name, string value)
    {
        if (name.Equals("x-amz-security-token", StringComparison.OrdinalIgnoreCase))
        {
            return Hidden;
        }

        if (!name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        int signature = value.IndexOf("Signature=", StringComparison.Ordinal);
        return value.StartsWith(AuthorizationHeader.Algorithm, StringComparison.Ordinal) && signature > 0
            ? value[..signature] + "Signature=" + Hidden
            : value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? "Bearer " + Hidden : Hidden;
    }
}
