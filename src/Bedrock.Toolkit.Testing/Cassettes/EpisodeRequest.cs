using System.Text.Json;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>What of a call counts when it is looked for on a cassette. Immutable.</summary>
internal sealed class EpisodeRequest
{
    // InvokeModel has in headers what other operations have in the body.
    private static readonly string[] SteeringHeaders =
    [
        "x-amzn-bedrock-guardrailidentifier", "x-amzn-bedrock-guardrailversion", "x-amzn-bedrock-performanceconfig-latency", "x-amzn-bedrock-service-tier",
        "x-amzn-bedrock-trace",
    ];

    private EpisodeRequest(string operation, string? model, JsonElement subject)
    {
        Operation = operation;
        Model = model;
        Subject = subject;
    }

    /// <summary>The API name; method and path where no operation has them.</summary>
    public string Operation { get; }

    public string? Model { get; }

    /// <summary>Everything that is compared, as one document: operation, model, query, headers, body.</summary>
    public JsonElement Subject { get; }

    /// <summary>Reads a call as it goes to the service, and hides in it what is hidden in files.</summary>
    public static EpisodeRequest From(ReceivedRequest request, Scrubber scrubber, ScrubScope scope)
    {
        OperationRoute? route = OperationRoute.Find(request.Method, request.Path);
        string operation = route?.Operation ?? $"{request.Method} {scrubber.Text(request.Path, scope)}";
        string? model = route?.ModelId is { } id ? scrubber.Text(id, scope) : null;
        byte[] document = SimulatedJson.Object(writer =>
        {
            writer.WriteString("operation", operation);
            if (model is not null)
            {
                writer.WriteString("model", model);
            }

            if (request.Query.Length > 0)
            {
                writer.WriteString("query", scrubber.Text(Uri.UnescapeDataString(request.Query), scope));
            }

            WriteHeaders(writer, request, scrubber, scope);
            CassetteBody.From(request.Body).Scrub(scrubber, scope, isPrompt: true).Write(writer);
        });
        return new EpisodeRequest(operation, model, JsonElement.Parse(document));
    }

    /// <summary>Takes a document from a file.</summary>
    /// <exception cref="JsonException">The document has no operation.</exception>
    public static EpisodeRequest Read(JsonElement subject)
    {
        if (subject.ValueKind != JsonValueKind.Object || !subject.TryGetProperty("operation", out JsonElement operation)
            || operation.ValueKind != JsonValueKind.String)
        {
            throw new JsonException("'request' must be an object with the name of its 'operation'");
        }

        string? model = subject.TryGetProperty("model", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        return new EpisodeRequest(operation.GetString()!, model, subject.Clone());
    }

    public override string ToString() => Model is null ? Operation : $"{Operation} of '{Model}'";

    private static void WriteHeaders(Utf8JsonWriter writer, ReceivedRequest request, Scrubber scrubber, ScrubScope scope)
    {
        bool isOpen = false;
        foreach (string name in SteeringHeaders)
        {
            if (request.Header(name) is not { } value)
            {
                continue;
            }

            if (!isOpen)
            {
                writer.WriteStartObject("headers");
                isOpen = true;
            }

            writer.WriteString(name, scrubber.Text(value, scope));
        }

        if (isOpen)
        {
            writer.WriteEndObject();
        }
    }
}
