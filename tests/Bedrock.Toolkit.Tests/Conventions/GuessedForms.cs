using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>The forms that somebody types first; each fault says which one is missing.</summary>
internal static class GuessedForms
{
    // What every type of a family begins with, where that is not the name of its folder: so the list of an editor has a family in one place.
    private static readonly Dictionary<string, string[]> Prefixes = new()
    {
        ["AmazonImage"] = ["Amazon", "NovaCanvasModels", "TitanImageModels"],
        ["ChatCompletions"] = ["ChatCompletion", "Jamba", "WriterCompletion"],
        ["Stability"] = ["Stability", "Stable"],
    };

    public static IReadOnlyList<MethodInfo> Verbs { get; } =
    [
        .. KnownModels.Library.GetExportedTypes().Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(IBedrockClient)),
    ];

    public static IReadOnlyList<Type> Messages { get; } =
    [
        .. KnownModels.WireTypes.Where(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Any(method => method.Name == "User" && method.ReturnType == type)),
    ];

    public static IReadOnlyList<Type> MediaTypes { get; } =
    [
        .. KnownModels.Library.GetExportedTypes().Where(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(IsFromBytes)),
    ];

    /// <summary>A verb whose token cannot stand behind what must be given.</summary>
    public static string? FaultOfToken(MethodInfo verb)
    {
        ParameterInfo[] parameters = verb.GetParameters();
        if (parameters is not [.., { IsOptional: true } last] || last.ParameterType != typeof(CancellationToken))
        {
            return null;
        }

        // A list has no required parameter: its filter counts as one.
        int required = Math.Max(2, Array.FindIndex(parameters, parameter => parameter.IsOptional));
        string[] wanted = [.. parameters.Take(required).Append(last).Select(parameter => parameter.ParameterType.ToString())];
        return verb.DeclaringType!.GetMethods().Any(other => other.Name == verb.Name && !other.GetParameters()[^1].IsOptional
            && other.GetParameters().Select(parameter => parameter.ParameterType.ToString()).SequenceEqual(wanted))
            ? null
            : $"{verb.DeclaringType.Name}.{verb.Name} takes no CancellationToken right behind {parameters[required - 1].Name}";
    }

    /// <summary>A message of blocks that takes no text with an image beside it.</summary>
    public static string? FaultOfTextAndImage(Type message)
    {
        Type? block = message.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "User")
            .Select(method => BlockOf(method.GetParameters()[^1])).FirstOrDefault(type => type is not null);
        bool isTextOnly = message.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "User")
            .All(method => method.GetParameters() is [{ } only] && only.ParameterType == typeof(string));
        return isTextOnly || (block is not null && Converts(typeof(string), block) && Converts(typeof(BedrockImage), block))
            ? null
            : $"{message.Name}.User takes no text with images behind it, or its blocks are made of neither a string nor a BedrockImage";
    }

    /// <summary>A type of media that is not to be had from a file, or wants a format that its bytes show.</summary>
    public static string? FaultOfMedia(Type type)
    {
        MethodInfo? file = type.GetMethod("FromFileAsync", [typeof(string), typeof(CancellationToken)]);
        if (file is null || !file.ReturnType.IsGenericType || !file.ReturnType.GetGenericArguments()[0].IsAssignableFrom(type))
        {
            return $"{type.Name} has FromBytes, but no FromFileAsync(path)";
        }

        return type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Any(method => IsFromBytes(method) && method.GetParameters().Skip(1).All(parameter => parameter.IsOptional))
            ? null
            : $"{type.Name}.FromBytes wants more than the bytes";
    }

    /// <summary>A message, or a response of a model that writes, without the members that all have.</summary>
    public static string? FaultOfConveniences(Type type)
    {
        IReadOnlyCollection<Type> parts = KnownModels.ReachedFrom([type]);
        string[] wanted =
        [
            "Text",
            .. parts.Any(part => part.Name is "ToolUseBlock" || part.Name.EndsWith("ToolCall", StringComparison.Ordinal)
                || part.Name.EndsWith("ToolUse", StringComparison.Ordinal)
                || part.Name.EndsWith("ToolUseBlock", StringComparison.Ordinal)) && !type.Name.StartsWith("GuardrailChecks", StringComparison.Ordinal)
                    ? ["ToolCalls"] : Array.Empty<string>(),
            .. Messages.Contains(type) && parts.Any(part => part.Name is "ImageBlock" or "ClaudeImageBlock" or "NovaImageBlock" or "ChatCompletionImagePart")
                ? ["Images"] : Array.Empty<string>(),
        ];
        string[] missing = [.. wanted.Where(name => type.GetProperty(name) is null)];
        return missing.Length == 0 ? null : $"{type.Name} has no {string.Join(", ", missing)}";
    }

    /// <summary>A line for a console that has more lines, says nothing, leads nowhere, or says what was asked or answered.</summary>
    public static string? FaultOfLine(object value, string json)
    {
        string line = value.ToString()!;
        string name = value.GetType().Name;
        if (!line.StartsWith(name, StringComparison.Ordinal) || line.Contains('\n') || line.Length > 160)
        {
            return $"{name}: '{line}' is no short line that begins with the type";
        }

        if (line.EndsWith(name, StringComparison.Ordinal) && (value is BedrockResponse || Messages.Contains(value.GetType())))
        {
            return $"{name}: '{line}' says nothing: override Summarise";
        }

        if (line.IndexOf("; see ", StringComparison.Ordinal) is var at && at >= 0 && value.GetType().GetProperty(line[(at + 6)..]) is null)
        {
            return $"{name}: '{line}' names a member that is not there";
        }

        return TextsIn(json).FirstOrDefault(text => text.Trim().Contains(' ') && line.Contains(text, StringComparison.Ordinal)) is { } told
            ? $"{name}: '{line}' tells '{told}'" : null;
    }

    /// <summary>A type of a family that does not begin as the others do.</summary>
    public static string? FaultOfPrefix(Type type)
    {
        string name = type.Name.Split('`')[0];
        if (!SourceFolders.FolderOfType.TryGetValue(name, out string? folder) || folder.Split('/') is not ["Models", var family] || family == "Vocabulary")
        {
            return null;
        }

        // The holders of known ids have the maker's name: what their models take and answer has the family's.
        string[] prefixes = Prefixes.GetValueOrDefault(family, [family]);
        return prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            || (family == "ChatCompletions" && name.EndsWith("Models", StringComparison.Ordinal))
            ? null
            : $"{name} of Models/{family} begins with none of {string.Join(", ", prefixes)}";
    }

    /// <summary>A public type that only the library itself names.</summary>
    public static string? FaultOfSight(Type type)
    {
        bool isExtensions = type is { IsAbstract: true, IsSealed: true }
            && type.GetMethods().Any(method => method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)));
        bool isFold = type.IsClass && type.GetInterfaces().Any(parent => parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(IStreamFold<,>));
        return (typeof(JsonConverter).IsAssignableFrom(type) || isExtensions || isFold)
            && type.GetCustomAttribute<EditorBrowsableAttribute>(inherit: false) is not { State: EditorBrowsableState.Never }
            ? $"{type.Name} stands in the lists of editors: [EditorBrowsable(EditorBrowsableState.Never)]"
            : null;
    }

    private static bool IsFromBytes(MethodInfo method) =>
        method.Name == "FromBytes" && method.GetParameters() is [{ } bytes, ..]
        && (bytes.ParameterType == typeof(ReadOnlyMemory<byte>) || bytes.ParameterType == typeof(ReadOnlySpan<byte>) || bytes.ParameterType == typeof(byte[]));

    private static Type? BlockOf(ParameterInfo last) => last.ParameterType.IsGenericType && last.ParameterType.GetGenericTypeDefinition() is var type
        && (type == typeof(ReadOnlySpan<>) || type == typeof(IEnumerable<>))
        ? last.ParameterType.GetGenericArguments()[0]
        : null;

    private static bool Converts(Type from, Type to) =>
        to.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(method => method.Name == "op_Implicit" && method.GetParameters()[0].ParameterType == from);

    private static IEnumerable<string> TextsIn(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return [.. Texts(document.RootElement)];

        static IEnumerable<string> Texts(System.Text.Json.JsonElement element) => element.ValueKind switch
        {
            System.Text.Json.JsonValueKind.String => [element.GetString()!],
            System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
            _ => [],
        };
    }
}
