using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>Holds a request to the model, and says what is wrong in the words of the service.</summary>
internal sealed class RequestFaults
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    private readonly List<string> _faults = [];

    private RequestFaults()
    {
    }

    /// <exception cref="ServiceFailure">The request does not fit its shape.</exception>
    public static void Refuse(string shape, JsonObject request)
    {
        var faults = new RequestFaults();
        faults.Structure(string.Empty, ServiceFacts.Bedrock[shape], request);
        if (faults._faults is { Count: > 0 } found)
        {
            throw ServiceFailure.Validation($"{found.Count} validation error{(found.Count == 1 ? string.Empty : "s")} detected: {string.Join("; ", found)}");
        }
    }

    private void Structure(string place, ShapeFacts shape, JsonNode node)
    {
        if (node is not JsonObject given)
        {
            Wrong(place, "be an object");
            return;
        }

        if (shape.IsUnion && given.Count != 1)
        {
            Wrong(place, "have exactly one member set");
        }

        foreach (MemberFacts member in shape.Members)
        {
            Member(place.Length == 0 ? member.Name : $"{place}.{member.Name}", member.Shape, given[member.Name], shape.Required.Contains(member.Name));
        }
    }

    private void Member(string place, string shape, JsonNode? node, bool isRequired)
    {
        if (node is not null)
        {
            Value(place, ServiceFacts.Bedrock[shape], node);
        }
        else if (isRequired)
        {
            _faults.Add($"Value null at '{place}' failed to satisfy constraint: Member must not be null");
        }
    }

    private void Value(string place, ShapeFacts shape, JsonNode node)
    {
        switch (shape.Type)
        {
            case "structure":
                Structure(place, shape, node);
                break;
            case "list" when node is JsonArray list:
                Length(place, shape, list.Count);
                for (int i = 0; i < list.Count; i++)
                {
                    Member($"{place}.{(i + 1).ToString(CultureInfo.InvariantCulture)}.member", shape.Element, list[i], isRequired: true);
                }

                break;
            case "map" when node is JsonObject map:
                Length(place, shape, map.Count);
                foreach ((string key, JsonNode? value) in map)
                {
                    Member($"{place}.{key}.member", shape.Element, value, isRequired: true);
                }

                break;
            case "string" when node.GetValueKind() == JsonValueKind.String:
                Text(place, shape, node.GetValue<string>());
                break;
            case "integer" or "long" or "float" or "double" when node.GetValueKind() == JsonValueKind.Number:
                Number(place, shape, decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture));
                break;
            case "list" or "map" or "string" or "integer" or "long" or "float" or "double":
                Wrong(place, $"be a {shape.Type}");
                break;
            default:
                break;
        }
    }

    private void Text(string place, ShapeFacts shape, string text)
    {
        if (shape.Values.Count > 0)
        {
            if (!shape.Values.Contains(text))
            {
                Wrong(place, $"satisfy enum value set: [{string.Join(", ", shape.Values)}]");
            }

            return;
        }

        Length(place, shape, text.Length - text.Count(char.IsLowSurrogate));
        if (shape.Pattern is { } pattern && !Patterns.GetOrAdd(
            pattern, static p => new Regex($@"\A(?:{p})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)).IsMatch(text))
        {
            Wrong(place, $"satisfy regular expression pattern: {pattern}");
        }
    }

    private void Length(string place, ShapeFacts shape, int length)
    {
        if (length < shape.Min)
        {
            Wrong(place, string.Create(CultureInfo.InvariantCulture, $"have length greater than or equal to {shape.Min}"));
        }
        else if (length > shape.Max)
        {
            Wrong(place, string.Create(CultureInfo.InvariantCulture, $"have length less than or equal to {shape.Max}"));
        }
    }

    private void Number(string place, ShapeFacts shape, decimal number)
    {
        if (number < shape.Min)
        {
            Wrong(place, string.Create(CultureInfo.InvariantCulture, $"have value greater than or equal to {shape.Min}"));
        }
        else if (number > shape.Max)
        {
            Wrong(place, string.Create(CultureInfo.InvariantCulture, $"have value less than or equal to {shape.Max}"));
        }
    }

    private void Wrong(string place, string rule) => _faults.Add($"Value at '{place}' failed to satisfy constraint: Member must {rule}");
}
