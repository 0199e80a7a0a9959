using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Doors;

/// <summary>A request in OpenAI's or Anthropic's shape. Immutable.</summary>
internal sealed class DoorCall
{
    private static readonly SearchValues<char> OfVersions = SearchValues.Create("0123456789v:-");

    private static readonly string[] Prefixes = ["/openai/v1", "/anthropic/v1", "/v1"];

    private DoorCall(ReceivedRequest request, string prefix, string tail)
    {
        Request = request;
        Prefix = prefix;
        Tail = tail;
    }

    public ReceivedRequest Request { get; }

    /// <summary>What stands in front of the shape.</summary>
    public string Prefix { get; }

    /// <summary>What is called, such as <c>responses</c>.</summary>
    public string Tail { get; }

    /// <summary>The name for logs.</summary>
    public string Operation => Tail switch
    {
        DoorRules.Chat => "CreateChatCompletion",
        DoorRules.Responses => "CreateResponse",
        DoorRules.Messages => "CreateMessage",
        _ => "OpenAI/" + Tail,
    };

    /// <summary>Whether a request is for such a door, right or wrong: on mantle every one is.</summary>
    public static bool IsFor(ReceivedRequest request, [NotNullWhen(true)] out DoorCall? call)
    {
        string? prefix = Array.Find(Prefixes, candidate => request.Path.StartsWith(candidate + "/", StringComparison.Ordinal));
        call = prefix is not null ? new DoorCall(request, prefix, request.Path[(prefix.Length + 1)..])
            : request.IsMantle ? new DoorCall(request, string.Empty, request.Path.TrimStart('/'))
            : null;
        return call is not null;
    }

    /// <summary>The request as its family reads it by InvokeModel, and the route of that.</summary>
    /// <param name="stored">What a request may go on from.</param>
    /// <param name="allowsAnyModel">Whether ids pass that nobody knows.</param>
    /// <param name="isStreaming">Whether the answer is a stream.</param>
    /// <param name="model">The id as it was called.</param>
    /// <exception cref="ServiceFailure">The host has no such door, or refuses the request.</exception>
    public (ReceivedRequest Request, OperationRoute Route) Translate(
        StoredResponses stored, bool allowsAnyModel, out bool isStreaming, out string model)
    {
        bool isShape = Tail is DoorRules.Chat or DoorRules.Responses or DoorRules.Messages;
        bool isAnthropic = Prefix == "/anthropic/v1";
        if (!isShape || Request.Method != "POST" || isAnthropic != (Tail == DoorRules.Messages) || (!Request.IsMantle && Prefix == "/v1"))
        {
            throw new ServiceFailure(404, UnknownOperation, "There is no operation with this method and path.");
        }

        using JsonDocument document = SimulatedOperations.ReadBody(Request.Body);
        JsonElement body = document.RootElement;
        model = BodyChecks.RequiredText(body, "model");
        DoorRules.Check(Request.IsMantle, Prefix, Tail, model, allowsAnyModel);
        DoorRules.CheckSettings(Request.IsMantle, Tail, model, body);
        if (isAnthropic && Request.Header("anthropic-version") is null)
        {
            throw ServiceFailure.Validation("anthropic-version: header is required");
        }

        isStreaming = BodyChecks.Boolean(body, "stream") == true;

        // A stream of Responses is made of the whole answer.
        bool isChunked = isStreaming && Tail != DoorRules.Responses;
        byte[] translated = Tail switch
        {
            DoorRules.Messages => DoorBodies.OfMessages(body),
            DoorRules.Responses => DoorBodies.OfResponses(body, stored.Before(body)),
            _ => DoorBodies.OfChat(body),
        };
        string id = RuntimeSpelling(model);
        var request = new ReceivedRequest
        {
            Method = "POST",
            Path = $"/model/{Uri.EscapeDataString(id)}/invoke{(isChunked ? "-with-response-stream" : string.Empty)}",
            Headers = Request.Headers,
            Body = translated,
        };
        return (request, OperationRoute.Find(request.Method, request.Path)!);
    }

    /// <summary>The name of the answer of status 200 that is a failure.</summary>
    public const string UnknownOperation = "UnknownOperationException";

    // So that what is set up for a model counts at its other doors too.
    private static string RuntimeSpelling(string model)
    {
        ModelId id = model;
        string name = id.BaseModel!;
        string? known = SimulatedCatalogue.Models.Keys.FirstOrDefault(key => key == name)
            ?? SimulatedCatalogue.Models.Keys.FirstOrDefault(key =>
                key.StartsWith(name + "-", StringComparison.Ordinal) && IsVersion(key[(name.Length + 1)..]));
        return known is null || known == name ? model : known;
    }

    private static bool IsVersion(string rest) => rest.Contains(':', StringComparison.Ordinal) && !rest.AsSpan().ContainsAnyExcept(OfVersions);
}
