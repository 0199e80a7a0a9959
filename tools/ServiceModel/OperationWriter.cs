using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tools;

/// <summary>Writes the operations of a room as methods that make a call: method, path, query, headers, pages.</summary>
internal sealed partial class OperationWriter(RoomTypes types, RoomDocs docs)
{
    private readonly Room _room = types.Room;
    private readonly CheckWriter _checks = new(types);

    /// <summary>The operations that are written by hand: their body is one member of the shape.</summary>
    private bool IsByHand(ApiOperation operation) =>
        (operation.Input is { } input && types.Model[input].Payload is not null) || (operation.Output is { } output && types.Model[output].Payload is not null);

    public string Write()
    {
        string[] elsewhere = [.. _room.Elsewhere.Values.Distinct().Select(prefix => "Bedrock.Toolkit." + prefix)];
        string[] own = _room.Client ? [] : [_room.Namespace];
        CodeText code = CodeText.File(
            _room.Client ? _room.Namespace : "Bedrock.Toolkit",
            ["System.Runtime.CompilerServices", .. elsewhere.Concat(own).Order(StringComparer.Ordinal)]);
        code.Line();
        if (docs.Words("*").First is { Length: > 0 } about)
        {
            code.Doc("summary", about);
        }

        code.Open(_room.Client ? $"public sealed partial class {_room.Methods}" : $"public static partial class {_room.Methods}");
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
    private bool IsOptional(ApiShape input) => types.MembersOf(input).All(member => types.FormOf(input, member) != "required");

    private ApiShape? InputOf(ApiOperation operation) => operation.Input is { } name && !types.IsWithoutType(types.Model[name]) ? types.Model[name] : null;

    private void Operation(CodeText code, ApiOperation operation)
    {
        ApiShape? input = InputOf(operation);
        List<ApiMember> labels = LabelsOf(operation);
        string answer = AnswerOf(operation);
        bool isOptional = input is not null && IsOptional(input);
        Docs(code, operation, operation.Pages is null ? string.Empty : "Page", isOptional);
        string name = operation.Name + (operation.Pages is null ? string.Empty : "Page");
        code.Line($"public {(_room.Client ? string.Empty : "static ")}Task<{answer}> {name}Async(");
        code.Indent(() => Parameters(code, labels, input is null ? null : types.NameOf(input.Name), isOptional, isEnumerable: false));
        code.Line("{");
        code.Indent(() =>
        {
            Guards(code, input, isOptional);
            Call(code, operation, input, labels, answer);
        });
        code.Line("}");
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
        code.Line($"public {(_room.Client ? string.Empty : "static ")}async IAsyncEnumerable<{element}> {operation.Name}Async(");
        code.Indent(() => Parameters(code, [], request, isOptional, isEnumerable: true));
        code.Line("{");
        code.Indent(() =>
        {
            Guards(code, input: isOptional ? null : input, isOptional: false);
            code.Line($"{request} page = {(isOptional ? $"request?.Clone() ?? new {request}()" : "request.Clone()")};");
            code.Open("while (true)");
            code.Line($"{AnswerOf(operation)} response = await {target}.{operation.Name}PageAsync(page, options, cancellationToken).ConfigureAwait(false);");
            bool canBeNull = types.FormOf(output, result) != "empty";
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
    }

    private void Call(CodeText code, ApiOperation operation, ApiShape? input, List<ApiMember> labels, string answer)
    {
        string request = input is not null ? types.NameOf(input.Name) : labels.Count > 0 ? "string" : "object";
        code.Line($"return {(_room.Client ? "_client" : "client")}.CallAsync(");
        code.Indent(() =>
        {
            code.Line($"new BedrockCall<{request}, {answer}>");
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

        yield return $"ResponseTypeInfo = {types.Context}.Default.{answer},";
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
            bool isValue = types.Model[member.Shape].IsEnum && types.FormOf(input, member) == "required";
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

    private void Parameters(CodeText code, List<ApiMember> labels, string? request, bool isOptional, bool isEnumerable)
    {
        if (!_room.Client)
        {
            code.Line("this IBedrockClient client,");
        }

        foreach (ApiMember label in labels)
        {
            code.Line(label.Name == "modelId" ? "ModelId model," : $"string {label.Name},");
        }

        if (request is not null)
        {
            code.Line(isOptional ? $"{request}? request = null," : $"{request} request,");
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

    private void Docs(CodeText code, ApiOperation operation, string kind, bool isOptional)
    {
        bool isEnumerable = kind == "*";
        (string summary, string? remarks, string? returns) = docs.Words($"{operation.Name}({(isEnumerable ? "*" : string.Empty)})");
        if (summary.Length == 0)
        {
            summary = isEnumerable ? $"All of what {operation.Name} lists, page after page, as it is enumerated."
                : kind == "Page" ? $"One page of {operation.Name}." : $"Calls {operation.Name}.";
        }

        code.Doc("summary", summary);
        if (!isEnumerable)
        {
            code.Doc("remarks", (remarks is null ? string.Empty : remarks + " ") + $"Source: {_room.Pages}{operation.Name}.html");
        }

        if (!_room.Client)
        {
            code.Doc("param name=\"client\"", "The client.");
        }

        foreach (ApiMember label in isEnumerable ? [] : LabelsOf(operation))
        {
            string words = docs.Words($"{operation.Name}({label.Name})").First;
            string plain = label.Name == "modelId" ? "The model." : $"The {RoomDocs.Phrase(label.Name)}.";
            code.Doc($"param name=\"{ParameterOf(label)}\"", words.Length > 0 ? words : plain);
        }

        if (InputOf(operation) is not null)
        {
            string words = docs.Words($"{operation.Name}({(isEnumerable ? "*request" : "request")})").First;
            string copied = isEnumerable ? " Copied by the first step of the enumeration." : string.Empty;
            code.Doc("param name=\"request\"", words.Length > 0 ? words : (isOptional ? "What is asked for; all when null." : "The request.") + copied);
        }

        string options = docs.Words($"{operation.Name}(options)").First;
        code.Doc("param name=\"options\"", isEnumerable ? "Time limits and extra headers of each page."
            : options.Length > 0 ? options : "Time limits and extra headers; the settings of models have no place here.");
        string cancellation = docs.Words($"{operation.Name}(cancellationToken)").First;
        code.Doc("param name=\"cancellationToken\"", isEnumerable ? "Cancels the enumeration." : cancellation.Length > 0 ? cancellation : "Cancels the call.");
        code.Doc("returns", (isEnumerable ? remarks : returns) ?? (isEnumerable ? "The entries; each enumeration asks anew." : "The answer."));
        code.Doc("exception cref=\"ArgumentException\"", "The request would surely be refused; the message names the member and the rule.");
        code.Doc("exception cref=\"BedrockException\"", isEnumerable
            ? "A page failed; the subclasses tell how. A page that asks for itself again is a <see cref=\"BedrockProtocolException\"/>."
            : "The call failed; the subclasses tell how.");
        code.Doc("exception cref=\"OperationCanceledException\"", "The token was cancelled.");
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
