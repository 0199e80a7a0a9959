using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tools;

/// <summary>Writes the operations of a room as methods that make a call: method, path, query, headers, pages.</summary>
internal sealed partial class OperationWriter(RoomTypes types, RoomDocs docs)
{
    private readonly Room _room = types.Room;
    private readonly CheckWriter _checks = new(types);

    /// <summary>The operations that are written by hand: their body is one member of the shape.</summary>
    private bool IsByHand(ApiOperation operation) =>
        (operation.Input is { } input && types.Model[input].Payload is not null)
        || (operation.Output is { } output && types.Model[output].Payload is not null && StreamOf(operation) is null);

    /// <summary>The member that is the event stream of the answer.</summary>
    private ApiMember? StreamOf(ApiOperation operation) => operation.Output is { } output
        ? types.Model[output].Members.FirstOrDefault(member => types.Model[member.Shape].IsEventStream)
        : null;

    public string Write()
    {
        string[] own = _room.Client ? [] : [_room.Namespace];
        CodeText code = CodeText.File(
            _room.Client ? _room.Namespace : "Bedrock.Toolkit",
            [
                "System.ComponentModel", "System.Runtime.CompilerServices", .. _room.Client ? ["Bedrock.Toolkit.Transport"] : Array.Empty<string>(),
                .. types.Namespaces.Concat(own).Order(StringComparer.Ordinal),
            ]);
        code.Line();
        if (docs.Words("*").First is { Length: > 0 } about)
        {
            code.Doc("summary", about);
        }

        if (!_room.Client)
        {
            // Its methods are found on the client.
            code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        }

        code.Open($"public {(_room.Client ? "sealed" : "static")} partial class {_room.Methods}");
        bool isFirst = true;
        foreach (ApiOperation operation in types.Operations.Where(operation => !IsByHand(operation)))
        {
            if (!isFirst)
            {
                code.Line();
            }

            isFirst = false;
            Operation(code, operation);
            if (operation.Pages is not null)
            {
                code.Line();
                Pages(code, operation);
            }
        }

        if (_room.Client)
        {
            code.Line();
            NotInBody(code);
        }

        code.Close();
        return code.ToString();
    }

    // Members that stand in the path, the query or a header, by request: the body leaves them out.
    private void NotInBody(CodeText code)
    {
        code.Line("internal static readonly IReadOnlyDictionary<Type, string[]> NotInBody = new Dictionary<Type, string[]>");
        code.Line("{");
        code.Indent(() =>
        {
            foreach (ApiShape input in types.Operations.Select(operation => operation.Input).OfType<string>().Distinct().Select(name => types.Model[name]))
            {
                string[] members =
                [
                    .. input.Members.Where(member => member.Location is not null)
                        .Select(member => $"\"{(member.Location == "querystring" ? member.WireName : member.Name)}\""),
                ];
                if (members.Length > 0 && HasBody(input))
                {
                    code.Line($"[typeof({types.NameOf(input.Name)})] = [{string.Join(", ", members)}],");
                }
            }
        });
        code.Line("};");
    }

    /// <summary>Whether a request need not be given.</summary>
    private bool IsOptional(ApiShape input) => types.MembersOf(input).All(member => !MemberForm.IsRequired(types.FormOf(input, member)));

    private ApiShape? InputOf(ApiOperation operation) => operation.Input is { } name && !types.IsWithoutType(types.Model[name]) ? types.Model[name] : null;

    private void Operation(CodeText code, ApiOperation operation)
    {
        ApiShape? input = InputOf(operation);
        List<ApiMember> labels = LabelsOf(operation);
        string answer = AnswerOf(operation);
        bool isOptional = input is not null && IsOptional(input);
        Docs(code, operation, operation.Pages is null ? string.Empty : "Page", isOptional);
        string name = operation.Name + (operation.Pages is null ? string.Empty : "Page");
        string type = StreamOf(operation) is { } stream ? $"BedrockStream<{types.NameOf(stream.Shape)}, {answer}>" : $"Task<{answer}>";
        string head = $"public {(_room.Client ? string.Empty : "static ")}{type} {name}Async(";
        code.Line(head);
        code.Indent(() => Parameters(code, labels, input, isOptional, isEnumerable: false));
        code.Line("{");
        code.Indent(() =>
        {
            Guards(code, input, isOptional);
            if (input?.Members.Any(member => member is { IsToken: true, Location: not null }) == true)
            {
                // A token that is no part of the body is read out of the request here.
                code.Line("request = request.WithToken();");
            }

            Call(code, operation, input, labels, answer);
        });
        code.Line("}");
        WithToken(code, head, labels, input, isOptional);
    }

    // The page that follows is asked for by a copy of the request, so that the caller's own stays as it is.
    private void Pages(CodeText code, ApiOperation operation)
    {
        ApiPages pages = operation.Pages!;
        ApiShape input = InputOf(operation)!;
        ApiShape output = types.Model[operation.Output!];
        ApiMember result = output.Members.Single(member => member.Name == pages.Result);
        string element = types.TypeOf(types.Model[result.Shape].Element!);
        string request = types.NameOf(input.Name);
        string name = types.NameOf(output, result);
        string token = types.NameOf(input, input.Members.Single(member => member.Name == pages.InputToken));
        string next = types.NameOf(output, output.Members.Single(member => member.Name == pages.OutputToken));
        bool isOptional = IsOptional(input);
        string target = _room.Client ? "this" : "client";
        Docs(code, operation, "*", isOptional);
        string modifiers = $"public {(_room.Client ? string.Empty : "static ")}";
        string head = $"IAsyncEnumerable<{element}> {operation.Name}Async(";
        code.Line($"{modifiers}async {head}");
        code.Indent(() => Parameters(code, [], input, isOptional, isEnumerable: true));
        code.Line("{");
        code.Indent(() =>
        {
            Guards(code, input: isOptional ? null : input, isOptional: false);
            code.Line($"{request} page = {(isOptional ? $"request?.Clone() ?? new {request}()" : "request.Clone()")};");
            code.Open("while (true)");
            code.Line($"{AnswerOf(operation)} response = await {target}.{operation.Name}PageAsync(page, options, cancellationToken).ConfigureAwait(false);");
            bool canBeNull = types.FormOf(output, result) != MemberForm.Empty;
            code.Open($"foreach ({element} item in response.{name}{(canBeNull ? " ?? []" : string.Empty)})");
            code.Line("yield return item;");
            code.Close();
            code.Line();
            code.Open($"if (string.IsNullOrEmpty(response.{next}))");
            code.Line("yield break;");
            code.Close();
            code.Line();
            code.Open($"if (response.{next} == page.{token})");
            code.Open($"throw new BedrockProtocolException(\"A page of {operation.Name} asks for itself as the next page.\")");
            code.Line($"Operation = \"{operation.Name}\",");
            code.Line("RequestId = response.Metadata?.RequestId,");
            code.Line($"JsonPath = \"$.{pages.OutputToken}\",");
            code.Close("};");
            code.Close();
            code.Line();
            code.Line($"page.{token} = response.{next};");
            code.Close();
        });
        code.Line("}");
        WithToken(code, modifiers + head, [], input, isOptional);
    }

    // The same method without options. A caller who gives none means the other one, so that this one is chosen only for a token behind the request.
    private void WithToken(CodeText code, string head, List<ApiMember> labels, ApiShape? input, bool isOptional)
    {
        string name = head[(head.LastIndexOf(' ') + 1)..^1];
        string[] parameters = [.. Given(labels, input, isOptional)];
        IEnumerable<string> arguments = parameters.Select(parameter => parameter.Split(' ')[^1]);
        IEnumerable<string> required = parameters.Select(parameter => parameter.Split(' ')[^2].TrimEnd('?'));
        code.Line();
        code.Line($"/// <inheritdoc cref=\"{name}({string.Join(", ", [.. required, "InvokeOptions", "CancellationToken"])})\"/>");
        code.Line("[OverloadResolutionPriority(-1)]");
        code.Line(head);
        code.Indent(() =>
        {
            foreach (string parameter in parameters)
            {
                code.Line(parameter + ",");
            }

            code.Line("CancellationToken cancellationToken) =>");
            string target = _room.Client ? string.Empty : "client.";
            code.Line($"{target}{name}({string.Join(", ", [.. arguments.Skip(_room.Client ? 0 : 1), "null", "cancellationToken"])});");
        });
    }

    private void Call(CodeText code, ApiOperation operation, ApiShape? input, List<ApiMember> labels, string answer)
    {
        string request = input is not null ? types.NameOf(input.Name) : labels.Count > 0 ? "string" : "object";
        ApiMember? stream = StreamOf(operation);
        code.Line($"return {(_room.Client ? "_client" : "client")}.{(stream is null ? "CallAsync" : "CallStreamAsync")}(");
        code.Indent(() =>
        {
            code.Line(stream is null
                ? $"new BedrockCall<{request}, {answer}>"
                : $"new BedrockStreamingCall<{request}, {types.NameOf(stream.Shape)}, {answer}>");
            code.Line("{");
            code.Indent(() =>
            {
                foreach (string line in Lines(operation, input, labels, answer))
                {
                    code.Line(line);
                }
            });
            code.Line("},");
            code.Line("options,");
            code.Line("cancellationToken);");
        });
    }

    private IEnumerable<string> Lines(ApiOperation operation, ApiShape? input, List<ApiMember> labels, string answer)
    {
        yield return $"Operation = \"{operation.Name}\",";
        if (operation.Method != "POST")
        {
            yield return $"Method = HttpMethod.{operation.Method[0]}{operation.Method[1..].ToLowerInvariant()},";
        }

        yield return $"Path = {PathOf(operation, input)},";
        foreach (string line in input is null ? [] : QueryOf(input))
        {
            yield return line;
        }

        if (labels.Any(label => label.Name == "modelId"))
        {
            yield return "ModelId = model,";
        }
        else if (input?.Members.FirstOrDefault(member => member is { Name: "modelId" } && (_room.Client || member.Location is null)) is { } id)
        {
            yield return $"ModelId = ModelId.TryParse(request.{types.NameOf(input, id)}, null, out ModelId id) ? id : default(ModelId?),";
        }

        bool hasToken = input?.Members.Any(member => member.IsToken) == true;
        yield return $"Request = {(input is null ? ParameterOf(labels[0]) : hasToken ? "request.WithToken()" : "request")},";
        if (input is not null && HasBody(input))
        {
            yield return _room.Client
                ? $"RequestTypeInfo = {_room.Prefix}Json.Body<{types.NameOf(input.Name)}>(),"
                : $"RequestTypeInfo = {types.Context}.Default.{types.NameOf(input.Name)},";
        }

        if (input?.Members.Where(member => member.Location == "header").ToList() is { Count: > 0 } headers)
        {
            yield return "Headers =";
            yield return "[";
            foreach (ApiMember member in headers)
            {
                yield return $"    new(\"{member.WireName}\", request.{types.NameOf(input, member)}),";
            }

            yield return "],";
        }

        if (StreamOf(operation) is { } stream)
        {
            string streamEvent = types.NameOf(stream.Shape);
            string member = types.NameOf(types.Model[operation.Output!], stream);
            yield return $"ReadEvent = {streamEvent}Converter.Frames.ReadFrame,";
            yield return _room.Ends.TryGetValue(operation.Name, out string? end)
                ? $"IsEnd = static e => e is {types.NameOf(types.Model[stream.Shape].Members.Single(e => e.Name == end).Shape)},"
                : "IsEnd = null,";
            yield return $"CreateFold = static () => new EventListFold<{streamEvent}, {answer}>(static events => new {answer} {{ {member} = events }}),";
        }
        else
        {
            yield return $"ResponseTypeInfo = {types.Context}.Default.{answer},";
            if (_room.Client && !HasBody(types.Model[operation.Output!]))
            {
                yield return $"ReadAnswer = static answer => UnaryAnswer.ParseOrEmpty(answer, {types.Context}.Default.{answer}),";
            }
        }

        if (_room.Client && input is not null && _checks.HasChecks(input.Name))
        {
            yield return $"CheckRequest = static r => r.Check(new RequestCheck(\"{types.NameOf(input.Name)}\")),";
        }
        else if (input is not null && _room.Checks.TryGetValue(operation.Name, out string? check))
        {
            yield return $"CheckRequest = {check},";
        }
    }

    private static bool HasBody(ApiShape input) => input.Members.Any(member => member.Location is null);

    private string AnswerOf(ApiOperation operation) => types.NameOf(operation.Output!);

    private List<ApiMember> LabelsOf(ApiOperation operation) => _room.Client || operation.Input is null
        ? []
        : [.. types.Model[operation.Input].Members.Where(member => member.Location == "uri")];

    private static string ParameterOf(ApiMember label) => label.Name == "modelId" ? "model" : label.Name;

    private string PathOf(ApiOperation operation, ApiShape? input)
    {
        string path = Label().Replace(operation.Uri, match =>
        {
            ApiMember label = types.Model[operation.Input!].Members.Single(member => member.Location == "uri" && member.WireName == match.Groups[1].Value);
            string text = types.Model[label.Shape].IsEnum ? ".Value" : string.Empty;
            string member = _room.Client ? types.NameOf(input!, label) : string.Empty;
            return _room.Client ? $"{{PathLabel.Encode(request.{member}{text}, \"{types.NameOf(input!.Name)}.{member}\")}}"
                : label.Name == "modelId" ? "{PathLabel.Encode(model.Value, \"modelId\")}"
                : $"{{PathLabel.Encode({label.Name}, nameof({label.Name}))}}";
        });
        return path == operation.Uri ? $"\"{path}\"" : $"$\"{path}\"";
    }

    private IEnumerable<string> QueryOf(ApiShape input)
    {
        List<ApiMember> members = [.. input.Members.Where(member => member.Location == "querystring")];
        if (members.Count == 0)
        {
            yield break;
        }

        yield return $"Query = new QueryText(\"{types.NameOf(input.Name)}\")";
        foreach (ApiMember member in members)
        {
            // A value that is required is no nullable one, from which the type would be inferred.
            bool isValue = types.Model[member.Shape].IsEnum && MemberForm.IsRequired(types.FormOf(input, member));
            string cast = isValue ? $"({types.TypeOf(member.Shape)}?)" : string.Empty;
            yield return $"    .Add(\"{member.WireName}\", {cast}request.{types.NameOf(input, member)})";
        }

        // What a request without a body has beyond what is known can only go here.
        if (!HasBody(input))
        {
            yield return "    .AddOthers(request)";
        }

        yield return "    .ToQuery(),";
    }

    // What stands before options and token.
    private IEnumerable<string> Given(List<ApiMember> labels, ApiShape? input, bool isOptional)
    {
        IEnumerable<string> client = _room.Client ? [] : ["this IBedrockClient client"];
        IEnumerable<string> request = input is null ? [] : [$"{types.NameOf(input.Name)}{(isOptional ? "?" : string.Empty)} request"];
        return [.. client, .. labels.Select(label => label.Name == "modelId" ? "ModelId model" : $"string {label.Name}"), .. request];
    }

    private void Parameters(CodeText code, List<ApiMember> labels, ApiShape? input, bool isOptional, bool isEnumerable)
    {
        foreach (string parameter in Given(labels, input, isOptional))
        {
            bool mayBeLeftOut = isOptional && parameter.EndsWith(" request", StringComparison.Ordinal);
            code.Line(parameter + (mayBeLeftOut ? " = null," : ","));
        }

        code.Line("InvokeOptions? options = null,");
        code.Line($"{(isEnumerable ? "[EnumeratorCancellation] " : string.Empty)}CancellationToken cancellationToken = default)");
    }

    private void Guards(CodeText code, ApiShape? input, bool isOptional)
    {
        if (!_room.Client)
        {
            code.Line("ArgumentNullException.ThrowIfNull(client);");
        }

        if (input is not null)
        {
            code.Line(isOptional ? $"request ??= new {types.NameOf(input.Name)}();" : "ArgumentNullException.ThrowIfNull(request);");
        }
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
