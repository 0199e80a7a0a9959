using System.Globalization;

namespace Bedrock.Toolkit.Tools;

/// <summary>Writes what is checked before a request is sent, from the facts of the model: required members, lengths, counts, ranges.</summary>
/// <remarks>Patterns are left to the service: they are written for another language's expressions, and some are wrong.</remarks>
internal sealed class CheckWriter(RoomTypes types)
{
    private readonly Dictionary<string, bool> _known = [];

    /// <summary>Whether there is anything to check in a class or below it.</summary>
    public bool HasChecks(string shape)
    {
        if (_known.TryGetValue(shape, out bool known))
        {
            return known;
        }

        // A class that holds itself has what its other members have.
        _known[shape] = false;
        ApiShape found = types.Model[shape];
        bool has = found.Type switch
        {
            "structure" when found.IsDocument || !types.Has(shape) => false,
            "structure" => found.Members.Any(member => types.FormOf(found, member) == "required" || HasChecks(member.Shape)),
            "list" or "map" => Range(found) is not null || HasChecks(found.Element!),
            "string" => !found.IsEnum && Range(found) is not null,
            "integer" or "long" or "float" or "double" or "blob" => Range(found) is not null,
            _ => false,
        };
        _known[shape] = has;
        return has;
    }

    /// <summary>Writes the method of a class; a union has one that leads to its variants'.</summary>
    public void Write(CodeText code, ApiShape shape)
    {
        if (shape.IsUnion)
        {
            code.Line("internal abstract void Check(RequestCheck check);");
            return;
        }

        Body(code, shape, types.MembersOf(shape), "internal void Check(RequestCheck check)", isUnion: false);
    }

    /// <summary>Writes the method of a union's variant.</summary>
    public void Variant(CodeText code, ApiShape union, ApiMember member) =>
        Body(code, union, [member], "internal override void Check(RequestCheck check)", isUnion: true);

    private void Body(CodeText code, ApiShape shape, IEnumerable<ApiMember> members, string head, bool isUnion)
    {
        code.Open(head);
        foreach (ApiMember member in members)
        {
            bool isRequired = isUnion || types.FormOf(shape, member) == "required";
            string name = types.NameOf(shape, member);
            ApiShape type = types.Model[member.Shape];
            string required = isRequired ? "true" : "false";
            switch (type.Type)
            {
                case "string" when type.IsEnum:
                    if (isRequired)
                    {
                        code.Line($"check.Value(\"{name}\", {name}.Value);");
                    }

                    break;
                case "string" when isRequired || Range(type) is not null:
                    code.Line($"check.Text(\"{name}\", {name}, {required}, {Limits(type)});");
                    break;
                case "integer" or "long" or "float" or "double" when Range(type) is not null:
                    code.Line($"check.Number(\"{name}\", {name}, {Limits(type)});");
                    break;
                case "blob" when Range(type) is not null:
                    code.Line($"check.Count(\"{name}\", {name}{(isRequired ? string.Empty : "?")}.Length, {Limits(type)}, \"bytes\");");
                    break;
                case "list" when isRequired || HasChecks(member.Shape):
                    code.Line($"check.List(\"{name}\", {name}, {required}, {Limits(type)}{Element(type)});");
                    break;
                case "map" when isRequired || HasChecks(member.Shape):
                    code.Line($"check.Map(\"{name}\", {name}, {required}, {Limits(type)}{Element(type)});");
                    break;
                case "structure" when !type.IsDocument && (isRequired || HasChecks(member.Shape)):
                    string inner = HasChecks(member.Shape) ? ", static (value, inner) => value.Check(inner)" : string.Empty;
                    code.Line($"check.Object(\"{name}\", {name}, {required}{inner});");
                    break;
                default:
                    break;
            }
        }

        code.Close();
    }

    private string Element(ApiShape type)
    {
        ApiShape element = types.Model[type.Element!];
        return !HasChecks(element.Name) ? string.Empty : element.Type switch
        {
            "structure" => ", static (value, inner) => value.Check(inner)",
            "string" => $", static (value, inner) => inner.Text(value, {Limits(element)})",
            _ => string.Empty,
        };
    }

    private static string? Range(ApiShape type) => type.Min is null && type.Max is null ? null : Limits(type);

    private static string Limits(ApiShape type) => $"{Number(type, type.Min)}, {Number(type, type.Max)}";

    private static string Number(ApiShape type, decimal? limit) => limit is null ? "null"
        : limit.Value.ToString(CultureInfo.InvariantCulture) + (type.Type is "long" && Math.Abs(limit.Value) > int.MaxValue ? "L" : string.Empty);
}
