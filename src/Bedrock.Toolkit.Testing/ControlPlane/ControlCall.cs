using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>A call of the control plane, read and checked by the model: all members of the request in one object, wherever they stood.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Request">The request; members by their names in the model.</param>
/// <param name="State">What the service remembers. Locked while the call is answered.</param>
/// <param name="Now">The service's time.</param>
/// <param name="Region">The service's Region.</param>
internal sealed record ControlCall(OperationFacts Operation, JsonObject Request, ControlState State, DateTimeOffset Now, string Region)
{
    public const string Account = "000000000000";

    /// <summary>Reads a call.</summary>
    /// <exception cref="ServiceFailure">The request does not fit the operation.</exception>
    public static ControlCall Read(OperationCall call, ControlState state)
    {
        OperationFacts operation = ServiceFacts.Bedrock.Operations[call.Route.Operation];
        ShapeFacts input = ServiceFacts.Bedrock[operation.Input];
        JsonObject request = ReadBody(call, input);
        ILookup<string, string> query = call.Request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=', 2))
            .ToLookup(static pair => Uri.UnescapeDataString(pair[0]), static pair => pair.Length == 1 ? string.Empty : Uri.UnescapeDataString(pair[1]));
        foreach (MemberFacts member in input.Members)
        {
            ShapeFacts shape = ServiceFacts.Bedrock[member.Shape];
            JsonNode? value = member.Location switch
            {
                "uri" => call.Route.Labels[member.WireName],
                "header" => call.Request.Header(member.WireName) is { } text ? Typed(shape, member, text) : null,
                "querystring" when shape.Type == "list" && query.Contains(member.WireName) => new JsonArray([.. query[member.WireName]]),
                "querystring" => query[member.WireName].FirstOrDefault() is { } text ? Typed(shape, member, text) : null,
                _ => request[member.Name]?.DeepClone(),
            };
            if (value is not null)
            {
                request[member.Name] = value;
            }
        }

        RequestFaults.Refuse(operation.Input, request);
        return new ControlCall(operation, request, state, call.Time.GetUtcNow(), call.Region);
    }

    /// <summary>A text of the request; null when it has none.</summary>
    public string? Text(string member) => Request[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>An ARN of this account and Region.</summary>
    public string Arn(string resource) => $"arn:aws:bedrock:{Region}:{Account}:{resource}";

    /// <summary>The ARN of a model that is named by its id or ARN.</summary>
    public string ModelArn(string model) =>
        model.StartsWith("arn:", StringComparison.Ordinal) ? model : $"arn:aws:bedrock:{Region}::foundation-model/{model}";

    /// <summary>What there is not.</summary>
    public static ServiceFailure NotFound(string what) => new(404, "ResourceNotFoundException", $"The {what} that was named does not exist.");

    /// <summary>What cannot be done in the state that things are in.</summary>
    public ServiceFailure Conflict(string message) => Operation.Errors.Contains("ConflictException")
        ? new ServiceFailure(400, "ConflictException", message)
        : ServiceFailure.Validation(message);

    private static JsonObject ReadBody(OperationCall call, ShapeFacts input)
    {
        if (!input.Members.Any(static member => member.Location is null) || call.Request.Body.Length == 0)
        {
            return [];
        }

        using JsonDocument body = SimulatedOperations.ReadBody(call.Request.Body);
        JsonObject read = JsonObject.Create(body.RootElement.Clone())!;
        return input.Payload is { } payload ? new JsonObject { [payload] = read } : read;
    }

    private static JsonNode Typed(ShapeFacts shape, MemberFacts member, string text)
    {
        switch (shape.Type)
        {
            case "integer" or "long":
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                    ? number
                    : throw ServiceFailure.Validation($"Value at '{member.Name}' failed to satisfy constraint: Member must be a number");
            case "boolean":
                return bool.TryParse(text, out bool flag)
                    ? flag
                    : throw ServiceFailure.Validation($"Value at '{member.Name}' failed to satisfy constraint: Member must be true or false");
            default:
                return text;
        }
    }
}
