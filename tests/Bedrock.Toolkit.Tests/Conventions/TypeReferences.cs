using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>
/// Which types every type of an assembly refers to: in its base, interfaces, fields, signatures, attributes, locals and in the instructions of its
/// methods. What the compiler makes of a method (closures, state machines) counts for the type that the method is written in.
/// </summary>
internal sealed class TypeReferences
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly Dictionary<string, HashSet<string>> _references = new(StringComparer.Ordinal);
    private readonly MetadataReader _metadata;
    private readonly PEReader _file;
    private readonly NameProvider _names;

    private TypeReferences(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
        _names = new NameProvider(_metadata);
        foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
        {
            ReadType(handle);
        }
    }

    /// <summary>By the full name of a type of the assembly, without those nested in it: the full names of the types that it refers to.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> All => _references;

    public static TypeReferences Of(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        return new TypeReferences(file);
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        string name = _names.Outermost(handle);
        if (!_references.TryGetValue(name, out HashSet<string>? found))
        {
            _references.Add(name, found = new HashSet<string>(StringComparer.Ordinal));
        }

        AddHandle(type.BaseType, found);
        foreach (InterfaceImplementationHandle implemented in type.GetInterfaceImplementations())
        {
            AddHandle(_metadata.GetInterfaceImplementation(implemented).Interface, found);
        }

        foreach (CustomAttributeHandle attribute in type.GetCustomAttributes())
        {
            AddHandle(_metadata.GetCustomAttribute(attribute).Constructor, found);
        }

        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            Add(_metadata.GetFieldDefinition(field).DecodeSignature(_names, null), found);
        }

        foreach (MethodDefinitionHandle method in type.GetMethods())
        {
            ReadMethod(_metadata.GetMethodDefinition(method), found);
        }
    }

    private void ReadMethod(MethodDefinition method, HashSet<string> found)
    {
        Add(method.DecodeSignature(_names, null), found);
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        MethodBodyBlock body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            foreach (ImmutableArray<string> local in _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_names, null))
            {
                Add(local, found);
            }
        }

        foreach (ExceptionRegion region in body.ExceptionRegions.Where(region => !region.CatchType.IsNil))
        {
            AddHandle(region.CatchType, found);
        }

        ReadInstructions(body.GetILReader(), found);
    }

    private void ReadInstructions(BlobReader il, HashSet<string> found)
    {
        while (il.RemainingBytes > 0)
        {
            byte first = il.ReadByte();
            OpCode code = OpCodesByValue[first == 0xFE ? (short)(0xFE00 | il.ReadByte()) : first];
            switch (code.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    AddHandle((EntityHandle)MetadataTokens.Handle(il.ReadInt32()), found);
                    break;
                case OperandType.InlineSwitch:
                    int targets = il.ReadInt32();
                    il.Offset += 4 * targets;
                    break;
                default:
                    il.Offset += OperandSize(code.OperandType);
                    break;
            }
        }
    }

    private static int OperandSize(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void AddHandle(EntityHandle handle, HashSet<string> found)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification:
                Add(_names.OfType(handle), found);
                break;
            case HandleKind.MethodDefinition:
                found.Add(_names.Outermost(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.FieldDefinition:
                found.Add(_names.Outermost(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.MemberReference:
                MemberReference member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                AddHandle(member.Parent, found);
                if (member.GetKind() == MemberReferenceKind.Field)
                {
                    Add(member.DecodeFieldSignature(_names, null), found);
                }
                else
                {
                    Add(member.DecodeMethodSignature(_names, null), found);
                }

                break;
            case HandleKind.MethodSpecification:
                MethodSpecification specification = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                AddHandle(specification.Method, found);
                foreach (ImmutableArray<string> argument in specification.DecodeSignature(_names, null))
                {
                    Add(argument, found);
                }

                break;
        }
    }

    private static void Add(ImmutableArray<string> types, HashSet<string> found) => found.UnionWith(types);

    private static void Add(MethodSignature<ImmutableArray<string>> signature, HashSet<string> found)
    {
        Add(signature.ReturnType, found);
        foreach (ImmutableArray<string> parameter in signature.ParameterTypes)
        {
            Add(parameter, found);
        }
    }

    /// <summary>Gives the full names of all types that a signature is made of.</summary>
    private sealed class NameProvider(MetadataReader metadata) : ISignatureTypeProvider<ImmutableArray<string>, object?>
    {
        public string Outermost(TypeDefinitionHandle handle)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            while (!type.GetDeclaringType().IsNil)
            {
                type = metadata.GetTypeDefinition(type.GetDeclaringType());
            }

            return FullName(type.Namespace, type.Name);
        }

        public ImmutableArray<string> OfType(EntityHandle handle) => handle.Kind switch
        {
            HandleKind.TypeDefinition => GetTypeFromDefinition(metadata, (TypeDefinitionHandle)handle, 0),
            HandleKind.TypeReference => GetTypeFromReference(metadata, (TypeReferenceHandle)handle, 0),
            _ => GetTypeFromSpecification(metadata, null, (TypeSpecificationHandle)handle, 0),
        };

        public ImmutableArray<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [Outermost(handle)];

        public ImmutableArray<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            TypeReference type = metadata.GetTypeReference(handle);
            while (type.ResolutionScope.Kind == HandleKind.TypeReference)
            {
                type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
            }

            return [FullName(type.Namespace, type.Name)];
        }

        public ImmutableArray<string> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle,
            byte rawTypeKind) =>
            metadata.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public ImmutableArray<string> GetGenericInstantiation(ImmutableArray<string> genericType, ImmutableArray<ImmutableArray<string>> typeArguments) =>
            [.. genericType, .. typeArguments.SelectMany(argument => argument)];

        public ImmutableArray<string> GetArrayType(ImmutableArray<string> elementType, ArrayShape shape) => elementType;

        public ImmutableArray<string> GetSZArrayType(ImmutableArray<string> elementType) => elementType;

        public ImmutableArray<string> GetByReferenceType(ImmutableArray<string> elementType) => elementType;

        public ImmutableArray<string> GetPointerType(ImmutableArray<string> elementType) => elementType;

        public ImmutableArray<string> GetPinnedType(ImmutableArray<string> elementType) => elementType;

        public ImmutableArray<string> GetModifiedType(ImmutableArray<string> modifier, ImmutableArray<string> unmodifiedType, bool isRequired) =>
            unmodifiedType;

        public ImmutableArray<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

        public ImmutableArray<string> GetGenericMethodParameter(object? genericContext, int index) => [];

        public ImmutableArray<string> GetGenericTypeParameter(object? genericContext, int index) => [];

        public ImmutableArray<string> GetFunctionPointerType(MethodSignature<ImmutableArray<string>> signature) =>
            [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(parameter => parameter)];

        private string FullName(StringHandle space, StringHandle name) =>
            space.IsNil ? metadata.GetString(name) : $"{metadata.GetString(space)}.{metadata.GetString(name)}";
    }
}
