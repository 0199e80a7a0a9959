using System.Text.Json;

namespace Bedrock.Toolkit.Tools;

/// <summary>What a service model has and the library lacks: operations, members, values of enumerations, errors.</summary>
/// <remarks>
/// It walks from each operation's shapes and the library's types for them through all that is reachable, so that a member is missed where it is lacking
/// and not only where its name occurs nowhere.
/// </remarks>
internal sealed class ModelDiff
{
    private const string ErrorCodes = "BedrockErrorCode";

    // What every project of the library shares of the core.
    private static readonly string[] Shared = ["src/Bedrock.Toolkit/Errors", "src/Bedrock.Toolkit/Serialization"];

    private readonly ApiModel _model;
    private readonly SourceTypes _types;
    private readonly Dictionary<string, string> _leftOut;
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly HashSet<(string Shape, string Type)> _seen = [];

    private ModelDiff(ApiModel model, SourceTypes types, Dictionary<string, string> leftOut) => (_model, _types, _leftOut) = (model, types, leftOut);

    /// <summary>One line for each thing that is missing, sorted.</summary>
    /// <param name="repository">The root of the repository.</param>
    /// <param name="model">The model.</param>
    public static IReadOnlyList<string> Of(string repository, ApiModel model)
    {
        // The projects that call the service; all that they share is in the core.
        // A project that calls several services has a folder for each.
        IEnumerable<string> projects = Room.ReadAll(repository).Where(room => room.Model == model.Service)
            .Select(room => room.Client ? room.Folder : string.Join('/', room.Folder.Split('/').Take(2)));
        string[] folders = [.. projects.Distinct().Select(project => Path.Combine(repository, project))];
        if (folders.Length > 0 && !folders.Contains(Path.Combine(repository, "src/Bedrock.Toolkit")))
        {
            folders = [.. folders, .. Shared.Select(folder => Path.Combine(repository, folder))];
        }

        var diff = new ModelDiff(model, SourceTypes.Read(folders), LeftOut(repository, model.Service));
        foreach (ApiOperation operation in model.Operations.Values)
        {
            diff.Operation(operation);
        }

        foreach (ApiShape error in model.Shapes.Values.Where(shape => shape.IsException))
        {
            diff.Error(error);
        }

        return [.. diff._missing];
    }

    // What the library leaves out on purpose, with the reason.
    private static Dictionary<string, string> LeftOut(string repository, string service)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(repository, "tools", "ServiceModel", "left-out.json")));
        return document.RootElement.TryGetProperty(service, out JsonElement all)
            ? all.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!)
            : [];
    }

    private void Miss(string kind, string name)
    {
        if (!_leftOut.ContainsKey(name))
        {
            _missing.Add($"{kind} {name}");
        }
    }

    private void Operation(ApiOperation operation)
    {
        if (_leftOut.ContainsKey(operation.Name))
        {
            return;
        }

        IReadOnlyList<SourceCall> calls = _types.CallsOf(operation.Name);
        if (calls.Count == 0)
        {
            Miss("operation", operation.Name);
            return;
        }

        // A typed call names classes; the calls that carry a body of somebody else's have type parameters or bytes.
        SourceCall call = calls.FirstOrDefault(c => c.Types.Count > 0 && c.Types.Any(type => _types.Class(type)?.Members.Count > 0)) ?? calls[0];
        foreach (string error in operation.Errors)
        {
            Error(_model[error]);
        }

        if (operation.Input is { } input)
        {
            Input(_model[input], call);
        }

        if (operation.Output is { } output)
        {
            Output(_model[output], call);
        }
    }

    private void Input(ApiShape input, SourceCall call)
    {
        // A call whose body is one member names that member's type; the request has a class of its own all the same.
        string? own = OwnType(input);
        string? type = own ?? (call.Types is [var first, ..] ? first : null);
        bool isTyped = type is not null && _types.Class(type) is not null && (own is not null || input.Payload is null);
        foreach (ApiMember member in input.Members.Where(member => member.Location is not null))
        {
            bool isThere = member.Location switch
            {
                "uri" => IsParameter(member.Name) || (type is not null && _types.Class(type)?.Properties.Contains(RoomTypes.Pascal(member.Name)) == true),
                "querystring" => type is not null && _types.MemberOf(type, member.WireName) is not null,
                _ => _types.HasText(member.WireName),
            };
            if (!isThere)
            {
                Miss("member", $"{input.Name}.{member.Name}");
            }
            else if (member.Location == "querystring")
            {
                Value($"{input.Name}.{member.Name}", member.Shape, _types.MemberOf(type!, member.WireName)!);
            }
        }

        if (isTyped)
        {
            Structure(input.Name, type!);
        }
        else
        {
            Raw(input);
        }

        bool IsParameter(string label) => call.Parameters.Any(parameter =>
            parameter == label || (label == "modelId" && parameter is "model" or "modelId")) || (label == "modelId" && call.Parameters is ["request"]);
    }

    private void Output(ApiShape output, SourceCall call)
    {
        foreach (ApiMember member in output.Members.Where(member => member.Location is not null and not "statusCode" && !_types.HasText(member.WireName)))
        {
            Miss("member", $"{output.Name}.{member.Name}");
        }

        ApiMember? stream = output.Members.FirstOrDefault(member => _model[member.Shape].IsEventStream);
        if (stream is not null)
        {
            Events(_model[stream.Shape], call.Types.Count > 1 ? call.Types[1] : string.Empty);
        }
        else if (output.Payload is not null && OwnType(output) is { } own)
        {
            Structure(output.Name, own);
        }
        else if (output.Payload is not null)
        {
            Raw(output);
        }
        else if (call.Types.Count > 1)
        {
            Structure(output.Name, call.Types[^1]);
        }
    }

    private string? OwnType(ApiShape shape) => RoomTypes.Pascal(shape.Name) is var name && _types.Class(name)?.Members.Count > 0 ? name : null;

    // A body that is somebody else's: the payload itself is there, and anything else would be new.
    private void Raw(ApiShape shape)
    {
        foreach (ApiMember member in shape.Members.Where(member => member.Location is null && member.Name != shape.Payload))
        {
            Miss("member", $"{shape.Name}.{member.Name}");
        }
    }

    private void Events(ApiShape stream, string union)
    {
        foreach (ApiMember member in stream.Members)
        {
            ApiShape shape = _model[member.Shape];
            if (shape.IsException)
            {
                Error(shape);
            }
            else if (_types.VariantOf(union, member.WireName) is { } variant)
            {
                Structure(shape.Name, variant);
            }
            else if (_types.Class(union) is not null || !_types.HasText(member.WireName))
            {
                Miss("member", $"{stream.Name}.{member.Name}");
            }
            else
            {
                // The frames of InvokeModel are read by hand.
                foreach (ApiMember part in shape.Members.Where(part => !_types.HasText(part.WireName)))
                {
                    Miss("member", $"{shape.Name}.{part.Name}");
                }
            }
        }
    }

    private void Structure(string name, string type)
    {
        if (!_seen.Add((name, type)))
        {
            return;
        }

        ApiShape shape = _model[name];
        bool isUnion = shape.IsUnion || _types.Class(type)?.IsAbstract == true;
        foreach (ApiMember member in shape.Members.Where(member => member.Location is null))
        {
            string place = $"{name}.{member.Name}";
            string? owner = isUnion ? _types.VariantOf(type, member.WireName) : type;
            if (owner is null || _types.MemberOf(owner, member.WireName) is not { } found)
            {
                Miss("member", place);
            }
            else
            {
                Value(place, member.Shape, found);
            }
        }
    }

    private void Value(string place, string name, string declared)
    {
        ApiShape shape = _model[name];
        string type = declared.TrimEnd('?').Trim();
        switch (shape.Type)
        {
            case "list" or "map" when type.IndexOf('<', StringComparison.Ordinal) is var open and > 0 && type.EndsWith('>'):
                string inner = type[(open + 1)..^1];
                Value(place, shape.Element!, shape.Type == "map" ? inner[(inner.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim() : inner);
                break;
            case "structure" when !shape.IsDocument:
                if (_types.Class(type) is null)
                {
                    Miss("member", $"{place} as a type of its own");
                }
                else
                {
                    Structure(name, type);
                }

                break;
            case "string" when shape.IsEnum:
                Values(shape, type);
                break;
            default:
                break;
        }
    }

    private void Values(ApiShape shape, string type)
    {
        IReadOnlySet<string>? known = _types.ValuesOf(type);
        foreach (string value in shape.Values.Where(value => known?.Contains(value) != true))
        {
            Miss("value", $"{shape.Name}.{value}");
        }
    }

    private void Error(ApiShape error)
    {
        string code = error.ErrorCode ?? error.Name;
        if (_types.ValuesOf(ErrorCodes)?.Contains(code) != true)
        {
            Miss("error", code);
            return;
        }

        foreach (ApiMember member in error.Members.Where(member => !_types.HasText(member.WireName)))
        {
            Miss("member", $"{error.Name}.{member.Name}");
        }
    }
}
