using System.Globalization;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Tools;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Draws JSON that fits a shape: every member, within its limits, each time another variant and value.</summary>
internal sealed class ShapeDraw(ApiModel model, int turn)
{
    private const int MaxDepth = 8;

    private int _drawn;

    public JsonObject Structure(ApiShape shape, int depth = 0)
    {
        var drawn = new JsonObject();
        foreach (ApiMember member in shape.IsUnion ? [Variant(shape, depth)] : shape.Members)
        {
            if (model[member.Shape].IsEventStream || model[member.Shape].IsException)
            {
                continue;
            }

            if (depth < MaxDepth || shape.Requires(member) || shape.IsUnion)
            {
                drawn[NameOf(member)] = Value(member.Shape, depth + 1);
            }
        }

        return drawn;
    }

    /// <summary>The name of a member in the JSON of a whole request.</summary>
    public static string NameOf(ApiMember member) => member.Location is "uri" or "header" or "statusCode" ? member.Name : member.WireName;

    // Deep below, none that leads to more of its own kind.
    private ApiMember Variant(ApiShape union, int depth) =>
        (depth > MaxDepth / 2 ? union.Members.FirstOrDefault(member => model[member.Shape].Type != "list") : null) ?? union.Members[turn % union.Members.Count];

    private JsonNode Value(string name, int depth)
    {
        ApiShape shape = model[name];
        int count = (int)Math.Clamp(1 + (turn % 2), Math.Min(shape.Min ?? 0, 100), Math.Max(shape.Max ?? 2, Math.Min(shape.Min ?? 0, 100)));
        switch (shape.Type)
        {
            case "structure":
                return shape.IsDocument ? new JsonObject { ["any"] = turn } : Structure(shape, depth);
            case "list":
                return new JsonArray([.. Enumerable.Range(0, depth > MaxDepth ? (int)(shape.Min ?? 0) : count).Select(_ => Value(shape.Element!, depth + 1))]);
            case "map":
                return new JsonObject(Enumerable.Range(0, depth > MaxDepth ? 0 : count)
                    .Select(index => CheckWriter.PatternOf(model[shape.Key!]) is null ? $"key{index}" : Text(model[shape.Key!])).Distinct(StringComparer.Ordinal)
                    .Select(key => KeyValuePair.Create(key, (JsonNode?)Value(shape.Element!, depth + 1))));
            case "string":
                return shape.IsEnum ? shape.Values[(turn + _drawn++) % shape.Values.Count] : Text(shape);
            case "blob":
                return Convert.ToBase64String([.. Enumerable.Repeat((byte)7, (int)Math.Max(shape.Min ?? 0, 3))]);
            case "boolean":
                return turn % 2 == 0;
            case "timestamp":
                return shape.TimestampFormat is null ? 1_772_359_200 + turn : $"2026-03-0{1 + (turn % 9)}T10:00:00Z";
            default:
                decimal number = Math.Clamp(turn + 1, shape.Min ?? 0, shape.Max ?? Math.Max(1000, shape.Min ?? 0));
                return JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture))!;
        }
    }

    // With characters that a path and a query have to encode, where the shape takes them.
    private string Text(ApiShape shape)
    {
        if (CheckWriter.PatternOf(shape) is { } pattern)
        {
            int first = turn + _drawn++;
            int most = (int)Math.Min(shape.Min ?? 0, 300);
            return Enumerable.Range(0, most + 1)
                .SelectMany(stretch => (string[])[PatternDraw.Text(pattern, first, stretch), PatternDraw.Text(pattern, first + 1, stretch)])
                .FirstOrDefault(drawn => drawn.Length >= (shape.Min ?? 0) && drawn.Length <= (shape.Max ?? int.MaxValue))
                ?? PatternDraw.Text(pattern, first);
        }

        string text = $"a:{_drawn++}/b c";
        int min = (int)Math.Max(shape.Min ?? 1, 1);
        text = text.Length < min ? text + new string('x', min - text.Length) : text;
        return shape.Max is { } max && text.Length > max ? text[..(int)max] : text;
    }
}
