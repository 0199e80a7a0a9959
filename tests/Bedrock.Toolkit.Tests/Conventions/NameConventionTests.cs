using System.Reflection;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>What holds for the names of the public surface.</summary>
public sealed class NameConventionTests
{
    private static readonly string[] Vague = ["Helper", "Helpers", "Manager", "Util", "Utils", "Utility", "Data"];

    private static readonly Assembly[] Assemblies = [KnownModels.Library, typeof(FakeBedrock).Assembly];

    private static readonly Assembly[] Extensions =
        [typeof(BedrockChatClientExtensions).Assembly, typeof(Microsoft.Extensions.DependencyInjection.BedrockAwsOptionsExtensions).Assembly];

    // Who uses the library with Microsoft.Extensions.AI has both in scope.
    private static readonly Assembly[] Neighbours = [typeof(IChatClient).Assembly, typeof(ChatClientBuilder).Assembly];

    [Fact]
    public void SimpleNames_Public_AreInOneNamespaceOnly() => ConventionFaults.AssertNone(
        from same in Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => !type.IsNested).GroupBy(type => type.Name)
        where same.Select(type => type.Namespace).Distinct().Count() > 1
        select $"{same.Key}: {string.Join(", ", same.Select(type => type.FullName))}");

    [Fact]
    public void SimpleNames_Public_AreNotThoseOfMicrosoftExtensionsAI() => ConventionFaults.AssertNone(
        from type in Assemblies.Concat(Extensions).SelectMany(PublicTypes)
        join neighbour in Neighbours.SelectMany(PublicTypes) on SimpleName(type) equals SimpleName(neighbour)
        select $"{type.FullName} has the name of {neighbour.FullName}: whoever uses both would have to qualify it");

    [Fact]
    public void TypeNames_All_SayWhatTheTypeIs() => ConventionFaults.AssertNone(
        Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.Name.StartsWith('<')).Select(FaultOfName).OfType<string>());

    [Fact]
    public void Awaitables_Public_EndInAsync() => ConventionFaults.AssertNone(PublicMethods().Select(FaultOfAwaitable).OfType<string>());

    [Fact]
    public void CancellationToken_Public_ComesLastAndIsOptionalInTheLongForm() =>
        ConventionFaults.AssertNone(PublicMethods().Select(FaultOfToken).OfType<string>());

    [Fact]
    public void Namespaces_Public_AreTheKnownOnes() => ConventionFaults.AssertNone(
        from type in Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
        where type.Namespace is not ("Bedrock.Toolkit" or "Bedrock.Toolkit.Models" or "Bedrock.Toolkit.Converse" or "Bedrock.Toolkit.Testing"
            or "Bedrock.Toolkit.Guardrails" or "Bedrock.Toolkit.AsyncInvoke" or "Bedrock.Toolkit.CountTokens" or "Bedrock.Toolkit.Costs"
            or "Bedrock.Toolkit.Doors" or "Bedrock.Toolkit.Failover" or "Bedrock.Toolkit.PromptCaching"
            or "Bedrock.Toolkit.EventStreams" or "Bedrock.Toolkit.Serialization" or "Microsoft.Extensions.DependencyInjection")
        select $"{type.FullName} is in a namespace that users would have to find");

    [Fact]
    public void Rules_AppliedToBadNames_FindTheFaults()
    {
        Assert.NotNull(FaultOfName(typeof(BadHelper)));
        Assert.NotNull(FaultOfName(typeof(TokenData)));
        Assert.Null(FaultOfName(typeof(ConventionFaults)));
        Assert.NotNull(FaultOfAwaitable(typeof(BadHelper).GetMethod(nameof(BadHelper.Run))!));
        Assert.NotNull(FaultOfToken(typeof(BadHelper).GetMethod(nameof(BadHelper.Run))!));
        Assert.NotNull(FaultOfToken(typeof(BadHelper).GetMethod(nameof(BadHelper.StopAsync))!));
        Assert.True(PublicMethods().Count() > 500);
        Assert.Contains(Neighbours.SelectMany(PublicTypes), type => SimpleName(type) == "TextContent");
        Assert.Equal("Model", SimpleName(typeof(Model<,>)));
    }

    private static IEnumerable<Type> PublicTypes(Assembly assembly) => assembly.GetExportedTypes().Where(type => !type.IsNested);

    private static string SimpleName(Type type) => type.Name.Split('`')[0];

    private static IEnumerable<MethodInfo> PublicMethods() => Assemblies
        .SelectMany(assembly => assembly.GetExportedTypes())
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName);

    // Words are told apart by their capitals: ContentData is vague, Metadata is a word of its own.
    private static string? FaultOfName(Type type)
    {
        string name = type.Name.Split('`')[0];
        return Vague.FirstOrDefault(word => name.EndsWith(word, StringComparison.Ordinal) || name.Contains("Helper", StringComparison.Ordinal)) is { } vague
            ? $"{type.FullName} says '{vague}', which says nothing"
            : null;
    }

    private static string? FaultOfAwaitable(MethodInfo method)
    {
        Type returned = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType;
        bool awaitable = returned == typeof(Task) || returned == typeof(ValueTask) || returned == typeof(Task<>) || returned == typeof(ValueTask<>);
        return awaitable && !method.Name.EndsWith("Async", StringComparison.Ordinal)
            ? $"{method.DeclaringType!.Name}.{method.Name} can be awaited but does not end in Async" : null;
    }

    private static string? FaultOfToken(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        int token = Array.FindIndex(parameters, parameter => parameter.ParameterType == typeof(CancellationToken));
        if (token < 0)
        {
            return null;
        }

        string name = $"{method.DeclaringType!.Name}.{method.Name}";
        if (token != parameters.Length - 1)
        {
            return $"{name} has a CancellationToken that is not its last parameter";
        }

        // An override takes what its base has.
        bool isOwn = method.GetBaseDefinition() == method;
        return isOwn && (!(parameters[token].IsOptional || IsShortForm(method)) || parameters[token].Name != "cancellationToken")
            ? $"{name} must end in 'CancellationToken cancellationToken = default'" : null;
    }

    // A token right behind what must be given, where the long form has options between them; one of a thing that the long form takes several of.
    private static bool IsShortForm(MethodInfo method) => method.DeclaringType!.GetMethods().Any(other =>
        other != method && other.Name == method.Name && other.GetParameters() is var parameters && parameters.Length >= method.GetParameters().Length
        && parameters[^1] is { IsOptional: true } last && last.ParameterType == typeof(CancellationToken)
        && method.GetParameters()[..^1].Zip(parameters, static (own, longs) => own.Name == longs.Name || own.Name + "s" == longs.Name)
            .All(static fits => fits));

    private sealed class BadHelper
    {
        [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1068", Justification = "A bad example on purpose.")]
        public Task Run(CancellationToken cancellationToken, int times) => Task.FromResult(times);

        public Task StopAsync(CancellationToken token) => Task.CompletedTask;
    }

    private sealed class TokenData;
}
