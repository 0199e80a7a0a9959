using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Contracts;

/// <summary>Every model descriptor of the library by a name; schemas that only a factory gives have one under any id.</summary>
internal static class Descriptors
{
    public static IReadOnlyDictionary<string, Model> All { get; } = KnownModels.All
        .Select(known => (Name: $"{known.Property.DeclaringType!.Name}.{known.Property.Name}", known.Model))
        .Concat(KnownModels.RequestTypes
            .Where(type => !KnownModels.All.Any(known => known.Model.RequestType == type))
            .Select(type => (Name: $"{type.Name} by factory", Model: KnownModels.ModelFor(type))))
        .ToDictionary(known => known.Name, known => known.Model);

    public static IEnumerable<string> Invoked => All.Where(known => known.Value.ResponseType != typeof(void)).Select(known => known.Key);

    public static IEnumerable<string> Streaming => All.Where(known => known.Value.Capabilities.Streaming).Select(known => known.Key);

    /// <summary>One streaming descriptor for each schema: what costs much is done once for all that share its types and functions.</summary>
    public static IEnumerable<string> OneForEachStream =>
        All.Where(known => known.Value.Capabilities.Streaming).GroupBy(known => known.Value.RequestType).Select(same => same.First().Key);
}
